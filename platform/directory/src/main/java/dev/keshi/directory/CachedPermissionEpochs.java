package dev.keshi.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.keshi.service.security.PermissionEpochs;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Function;

/** Looks each subject up at most once a second, well within the five seconds in which revoked rights must end. */
final class CachedPermissionEpochs implements PermissionEpochs {

    private final LoadingCache<String, OptionalLong> epochs;

    CachedPermissionEpochs(Function<String, OptionalLong> lookUp) {
        epochs = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(1))
                .maximumSize(20_000)
                .build(lookUp::apply);
    }

    @Override
    public OptionalLong current(String subject) {
        return epochs.get(subject);
    }
}
