package dev.keshi.risk.matrix;

import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.bundle.Bundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MatrixConfiguration {

    @Bean
    StoreIndexes matrixIndexes() {
        return MongoMatrices.indexes();
    }

    @Bean
    Bundle bundledMatrix(MatrixService matrices) {
        return new Bundle("bundled-matrix", matrices::bundle);
    }
}
