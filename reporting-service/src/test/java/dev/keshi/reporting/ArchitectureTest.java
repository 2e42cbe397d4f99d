package dev.keshi.reporting;

import dev.keshi.test.architecture.KeshiArchitecture;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.reporting");
    }

    @Test
    void featuresAreModules() {
        ApplicationModules.of(ReportingServiceApplication.class).verify();
    }
}
