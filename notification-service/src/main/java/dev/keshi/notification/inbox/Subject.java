package dev.keshi.notification.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What a notification is about.
 *
 * @param taskId absent when it is about the whole request
 * @param step absent when it is about the whole request
 * @param initiatorId who asks; absent where the event does not say
 */
public record Subject(
        String instanceId,
        @Nullable String taskId,
        @Nullable Name step,
        String requestNumber,
        Name process,
        @Nullable String initiatorId) {}
