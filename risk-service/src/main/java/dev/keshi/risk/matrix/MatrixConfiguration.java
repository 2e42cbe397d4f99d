package dev.keshi.risk.matrix;

import dev.keshi.messaging.StoreIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MatrixConfiguration {

    @Bean
    StoreIndexes matrixIndexes() {
        return MongoMatrices.indexes();
    }
}
