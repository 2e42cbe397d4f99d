package dev.keshi.service.page;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Signed cursors; the key comes as {@code KESHI_CURSOR_KEY}, Base64 of 32 bytes, the same for all replicas. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class PageAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PageAutoConfiguration.class);

    @Bean
    WebMvcConfigurer paging(Environment environment) {
        var resolver = new PagingResolver(new CursorSigner(key(environment.getProperty("keshi.cursor.key", ""))));
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(resolver);
            }
        };
    }

    private static byte[] key(String base64) {
        if (base64.isBlank()) {
            log.warn("KESHI_CURSOR_KEY is not set: page cursors end with this process and hold for no other replica");
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            return random;
        }
        return Base64.getDecoder().decode(base64.strip());
    }
}
