package dev.keshi.notification.obligation;

import java.util.Optional;

/**
 * An obligation that reminders have to look at.
 *
 * @param waiting empty when it waits for nobody any more, or another obligation stands for it
 * @param covered whether another obligation stands for it for now
 * @param place behind which the next one is found
 * @param version as it was read
 */
public record DueObligation(
        String id, Optional<WaitingObligation> waiting, boolean covered, String place, long version) {}
