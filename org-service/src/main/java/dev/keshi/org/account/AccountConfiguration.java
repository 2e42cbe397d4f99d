package dev.keshi.org.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {

    @Bean
    Secrets secrets() {
        return Secrets.random();
    }

    @Bean
    Passwords passwords(AccountProperties settings, Secrets secrets) {
        return new BoundedPasswords(
                new Bcrypt(settings.bcryptStrength()),
                secrets,
                Runtime.getRuntime().availableProcessors());
    }

    @Bean
    LoginAttempts loginAttempts(MongoOperations mongo, AccountProperties settings) {
        return new MongoLoginAttempts(mongo, settings.attempts(), settings.lockOut());
    }

    @Bean
    SignIn signIn(Accounts accounts, Passwords passwords, LoginAttempts attempts) {
        return new SignIn(accounts, passwords, attempts);
    }

    /** Spring Security's, under the name that its delegating encoder gives it. */
    private static final class Bcrypt implements SlowHash {

        private static final String NAME = "{bcrypt}";

        private final BCryptPasswordEncoder encoder;

        Bcrypt(int strength) {
            this.encoder = new BCryptPasswordEncoder(strength);
        }

        @Override
        public String hash(String password) {
            return NAME + encoder.encode(password);
        }

        @Override
        public boolean matches(String password, String encoded) {
            if (!encoded.startsWith(NAME)) {
                throw new IllegalStateException("Unknown algorithm of a password hash");
            }
            return encoder.matches(password, encoded.substring(NAME.length()));
        }
    }
}
