package dev.keshi.service.security;

import java.util.OptionalLong;

/**
 * Since when a person's rights are as they are. A token whose {@code epoch} is older than the current one was issued
 * before rights were taken away, and is refused.
 */
@FunctionalInterface
public interface PermissionEpochs {

    /** @return empty when nothing is known about the subject, who then is trusted as the token says */
    OptionalLong current(String subject);

    static PermissionEpochs none() {
        return subject -> OptionalLong.empty();
    }
}
