package dev.keshi.org;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    @Bean
    IssuerAddress issuerAddress(@Value("${keshi.security.issuer}") String address) {
        return new IssuerAddress(address);
    }
}
