package dev.keshi.org.identity.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.org.identity.IdentitySettings;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealTest {

    private final Seal seal = new Seal(settings((byte) 1));

    @Test
    void whatWasClosedOpensAgainAndNeverLooksTheSame() {
        var closed = seal.close("key", "owner", "a secret");
        assertThat(seal.open("key", "owner", closed)).isEqualTo("a secret");
        assertThat(seal.close("key", "owner", "a secret")).isNotEqualTo(closed);
    }

    @Test
    void anotherOwnerPurposeOrKeyAndAnyChangedByteIsRefused() {
        var closed = seal.close("key", "owner", "a secret");
        assertRefused(() -> seal.open("key", "another", closed));
        assertRefused(() -> seal.open("another", "owner", closed));
        assertRefused(() -> new Seal(settings((byte) 2)).open("key", "owner", closed));
        for (int at = 0; at < closed.length; at++) {
            var changed = closed.clone();
            changed[at] ^= 1;
            assertRefused(() -> seal.open("key", "owner", changed));
        }
        assertRefused(() -> seal.open("key", "owner", new byte[3]));
    }

    @Test
    void everyReplicaDerivesTheSameSecret() {
        assertThat(new Seal(settings((byte) 1)).secretFor("link", "7")).isEqualTo(seal.secretFor("link", "7"));
        assertThat(seal.secretFor("link", "8")).isNotEqualTo(seal.secretFor("link", "7"));
        assertThat(new Seal(settings((byte) 2)).secretFor("link", "7")).isNotEqualTo(seal.secretFor("link", "7"));
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable opening) {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(opening);
    }

    private static IdentitySettings settings(byte fill) {
        var key = new byte[32];
        java.util.Arrays.fill(key, fill);
        var any = Duration.ofMinutes(1);
        return new IdentitySettings(Base64.getEncoder().encodeToString(key), null, any, any, any, any, any, any);
    }
}
