package dev.keshi.org.account;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {

    @Bean
    Secrets secrets() {
        return Secrets.random();
    }

    @Bean
    Passwords passwords(AccountSettings settings, Secrets secrets) {
        return new BcryptPasswords(settings.bcryptStrength(), secrets);
    }

    @Bean
    LoginAttempts loginAttempts(MongoOperations mongo, AccountSettings settings) {
        return new MongoLoginAttempts(mongo, settings.attempts(), settings.lockOut());
    }
}
