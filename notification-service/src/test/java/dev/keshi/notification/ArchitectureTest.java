package dev.keshi.notification;

import dev.keshi.test.architecture.KeshiArchitecture;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.notification");
    }

    @Test
    void featuresAreModules() {
        ApplicationModules.of(NotificationServiceApplication.class).verify();
    }
}
