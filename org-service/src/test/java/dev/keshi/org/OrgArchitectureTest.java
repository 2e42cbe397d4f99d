package dev.keshi.org;

import dev.keshi.test.architecture.KeshiArchitecture;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class OrgArchitectureTest {

    @Test
    void keepsTheHouseStyle() {
        KeshiArchitecture.of("dev.keshi.org")
                .withSpringIn(
                        "dev.keshi.org.identity",
                        "dev.keshi.org.identity.administrator",
                        "dev.keshi.org.identity.authorization",
                        "dev.keshi.org.identity.external",
                        "dev.keshi.org.identity.page",
                        "dev.keshi.org.identity.seal",
                        "dev.keshi.org.identity.session",
                        "dev.keshi.org.identity.signing")
                .withProblemCodes("import-")
                .check();
    }

    @Test
    void featuresSeeOnlyTheDoorsOfEachOther() {
        ApplicationModules.of(OrgServiceApplication.class).verify();
    }
}
