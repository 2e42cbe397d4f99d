package dev.keshi.service.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorSignerTest {

    private final CursorSigner signer = new CursorSigner(new byte[32]);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 36, 2_900, 4_000, 9_000})
    void aCursorThatIsGivenOutIsTakenBackHoweverLongTheIdIs(int length) {
        var position = Position.of("2026-01-01T00:00:00Z", "x".repeat(length));

        assertThat(signer.verify("/list", signer.sign("/list", position))).isEqualTo(position);
    }
}
