package dev.keshi.org;

import dev.keshi.test.architecture.KeshiArchitecture;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class OrgArchitectureTest {

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.check("dev.keshi.org");
    }

    @Test
    void featuresSeeOnlyTheDoorsOfEachOther() {
        ApplicationModules.of(OrgServiceApplication.class).verify();
    }
}
