package dev.keshi.reporting.figure;

import dev.keshi.directory.Access;
import dev.keshi.messaging.StoreIndexes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The indexes of figures, and who may see them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureProperties.class)
class FigureConfiguration {

    @Bean
    StoreIndexes figureIndexes() {
        return MongoFigures.indexes();
    }

    @Bean
    FigureAccess figureAccess(Access access) {
        return new FigureAccess(access);
    }
}
