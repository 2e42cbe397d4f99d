package dev.keshi.service.operations;

import dev.keshi.test.architecture.KeshiArchitecture;
import dev.keshi.test.architecture.RequestFieldWords;
import org.junit.jupiter.api.Test;

/** Every service has these operations, and none of the services' own checks sees them. */
class ArchitectureTest {

    @Test
    void theOperationsOfEveryServiceSayWhoMayUseThemAndAreDescribedTruly() {
        KeshiArchitecture.of("dev.keshi.service.operations")
                .withSpringIn("dev.keshi.service.operations..")
                .check();
        RequestFieldWords.check("dev.keshi.service.operations");
    }
}
