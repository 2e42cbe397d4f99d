package dev.keshi.org.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strict accounts are.
 *
 * @param bcryptStrength two to this power are the rounds of a password hash; 10 to 12
 * @param attempts wrong passwords after which a login name is locked out
 * @param lockOut how long it stays so
 * @param linkLifetime how long a link of an invitation or a reset may be used
 */
@ConfigurationProperties("keshi.accounts")
record AccountProperties(
        @DefaultValue("10") int bcryptStrength,
        @DefaultValue("10") int attempts,
        @DefaultValue("15m") Duration lockOut,
        @DefaultValue("7d") Duration linkLifetime) {}
