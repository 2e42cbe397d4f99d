package dev.keshi.service.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"合同到期提醒", "x", " a b ", "👨‍👩‍👧", "\u202bשלום\u202c", "R&D <2027>"})
    void takesWhatPeopleWrite(String text) {
        assertThat(text)
                .matches(WrittenText.ONE_LINE)
                .matches(WrittenText.LINES)
                .matches(WrittenText.LINES_OR_NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "一\r\n二", "a\tb", "\n\n a", "a\u2028b", "\u2029a"})
    void linesAreTakenWhereThereMayBeLines(String text) {
        assertThat(text)
                .doesNotMatch(WrittenText.ONE_LINE)
                .matches(WrittenText.LINES)
                .matches(WrittenText.LINES_OR_NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u200b\u202e", " \u3000\u200b", "\ufeff", "\n"})
    void whatNobodySeesIsNothing(String text) {
        assertThat(text)
                .doesNotMatch(WrittenText.ONE_LINE)
                .doesNotMatch(WrittenText.LINES)
                .matches(WrittenText.LINES_OR_NOTHING);
    }

    @Test
    @Timeout(5)
    void aLongTextIsLookedAtOnce() {
        for (var pattern : List.of(WrittenText.ONE_LINE, WrittenText.LINES, WrittenText.LINES_OR_NOTHING)) {
            for (var part : List.of("a", " ", "\u200b", " a")) {
                var text = part.repeat(1_000_000);
                assertThat(text + "\u0007").doesNotMatch(pattern);
                assertThat(text + "x").matches(pattern);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u0007", "\u001b[2Jx", "a\u0085b", "a\u007f", "a\ud800b"})
    void refusesWhatDoesSomethingToWhoeverShowsIt(String text) {
        assertThat(text)
                .doesNotMatch(WrittenText.ONE_LINE)
                .doesNotMatch(WrittenText.LINES)
                .doesNotMatch(WrittenText.LINES_OR_NOTHING);
    }
}
