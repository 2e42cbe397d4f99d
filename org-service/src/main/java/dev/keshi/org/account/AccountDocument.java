package dev.keshi.org.account;

import dev.keshi.org.account.AccountStatus.Active;
import dev.keshi.org.account.AccountStatus.Closed;
import dev.keshi.org.account.AccountStatus.Invited;
import dev.keshi.org.account.AccountStatus.Locked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An account as it is kept. */
record AccountDocument(
        String personId,
        String loginName,
        List<String> roles,
        long permissionEpoch,
        long signInEpoch,
        String status,
        @Nullable String passwordHash,
        @Nullable String linkHash,
        @Nullable Instant linkExpiresAt) {

    static final String INVITED = "INVITED";
    static final String ACTIVE = "ACTIVE";
    static final String LOCKED = "LOCKED";
    static final String CLOSED = "CLOSED";

    static AccountDocument of(Account account) {
        var password = switch (account.status()) {
            case Invited invited -> Optional.<PasswordHash>empty();
            case Active active -> Optional.of(active.password());
            case Locked locked -> locked.password();
            case Closed closed -> Optional.<PasswordHash>empty();
        };
        var link = switch (account.status()) {
            case Invited invited -> invited.link();
            case Active active -> active.link();
            case Locked locked -> Optional.<AccountLink>empty();
            case Closed closed -> Optional.<AccountLink>empty();
        };
        return new AccountDocument(
                account.personId(),
                account.loginName().value(),
                Role.names(account.roles()),
                account.permissionEpoch(),
                account.signInEpoch(),
                statusName(account.status()),
                password.map(PasswordHash::value).orElse(null),
                link.map(AccountLink::secret).map(SecretHash::value).orElse(null),
                link.map(AccountLink::expiresAt).orElse(null));
    }

    static String statusName(AccountStatus status) {
        return switch (status) {
            case Invited invited -> INVITED;
            case Active active -> ACTIVE;
            case Locked locked -> LOCKED;
            case Closed closed -> CLOSED;
        };
    }

    Account toAccount(String id) {
        return new Account(
                new AccountId(id),
                personId,
                new LoginName(loginName),
                Role.named(roles),
                permissionEpoch,
                signInEpoch,
                toStatus(),
                List.of());
    }

    private AccountStatus toStatus() {
        var password = Optional.ofNullable(passwordHash).map(PasswordHash::new);
        return switch (status) {
            case INVITED -> new Invited(link());
            case ACTIVE -> new Active(password.orElseThrow(), link());
            case LOCKED -> new Locked(password);
            case CLOSED -> new Closed();
            default -> throw new IllegalStateException("Unknown status " + status);
        };
    }

    private Optional<AccountLink> link() {
        return linkHash == null || linkExpiresAt == null
                ? Optional.empty()
                : Optional.of(new AccountLink(new SecretHash(linkHash), linkExpiresAt));
    }
}
