package dev.keshi.infrastructure.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class MongoAddressTest {

    @Test
    void aServiceGetsItsOwnUserAndKeepsTheOptionsOfTheServer() {
        var address = MongoAddress.of("mongodb://root:secret@a:1,b:2/admin?authSource=admin&replicaSet=rs&tls=true");

        assertThat(address.forUser("keshi_org", "pw"))
                .isEqualTo("mongodb://keshi_org:pw@a:1,b:2/keshi_org?authSource=keshi_org&replicaSet=rs&tls=true");
    }

    @Test
    void theAddressThatIsShownHasNoSecret() {
        assertThat(MongoAddress.of("mongodb+srv://root:se%40cret@cluster.example.org/?authMechanism=SCRAM-SHA-256")
                        .withoutUser())
                .isEqualTo("mongodb+srv://cluster.example.org/");
    }

    @Test
    void theShortestFormIsUnderstood() {
        assertThat(MongoAddress.of("mongodb://localhost").forUser("d", "p"))
                .isEqualTo("mongodb://d:p@localhost/d?authSource=d");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MongoAddress.of("postgres://localhost"));
    }
}
