package dev.keshi.service.text;

import static org.assertj.core.api.Assertions.assertThat;

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
    @ValueSource(strings = {"a\nb", "一\r\n二", "a\tb"})
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

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\u0007", "\u001b[2Jx", "a\u0085b", "a\u007f"})
    void refusesWhatDoesSomethingToWhoeverShowsIt(String text) {
        assertThat(text)
                .doesNotMatch(WrittenText.ONE_LINE)
                .doesNotMatch(WrittenText.LINES)
                .doesNotMatch(WrittenText.LINES_OR_NOTHING);
    }
}
