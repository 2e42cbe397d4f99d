package dev.keshi.reporting;

import dev.keshi.test.architecture.KeshiArchitecture;
import dev.keshi.test.architecture.RequestFieldWords;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.reporting");
    }

    @Test
    void saysWhatEachFieldOfARequestMeans() {
        RequestFieldWords.check("dev.keshi.reporting");
    }

    @Test
    void featuresAreModules() {
        ApplicationModules.of(ReportingServiceApplication.class).verify();
    }
}
