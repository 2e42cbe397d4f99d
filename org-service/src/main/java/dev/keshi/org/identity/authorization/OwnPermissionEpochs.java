package dev.keshi.org.identity.authorization;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keshi.org.account.AccountQueries;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.org.identity.client.IntegrationClientQueries;
import dev.keshi.service.security.PermissionEpochs;
import java.time.Duration;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The epochs as they stand in the store, remembered for a second: a revoked right ends here within that time. */
@Component
@WhenEmbedded
final class OwnPermissionEpochs implements PermissionEpochs {

    private final AccountQueries accounts;
    private final IntegrationClientQueries clients;
    private final Cache<String, OptionalLong> epochs = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    OwnPermissionEpochs(AccountQueries accounts, IntegrationClientQueries clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public OptionalLong current(String subject) {
        return epochs.get(subject, this::read);
    }

    private OptionalLong read(String subject) {
        var ofClient = clients.permissionEpoch(subject);
        return ofClient.isPresent() ? ofClient : accounts.permissionEpoch(subject);
    }
}
