package dev.keshi.launcher.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OnTimeTest {

    @Test
    void workThatAddsNothingWasLate() {
        assertThat(OnTime.of(List.of(work(1), work(0), work(1)))).hasToString("2 of 3");
    }

    @Test
    void belowSixtyPercentIsWeak() {
        assertThat(new OnTime(2, 4).isWeak()).isTrue();
        assertThat(new OnTime(3, 5).isWeak()).isFalse();
        assertThat(OnTime.NOTHING.isWeak()).isFalse();
    }

    @Test
    void sharesAreCompared() {
        assertThat(new OnTime(2, 4).isLessThan(new OnTime(3, 5))).isTrue();
        assertThat(new OnTime(2, 4).isLessThan(new OnTime(3, 6))).isFalse();
    }

    @Test
    void sharesAreAddedUpAndComparedWithPoints() {
        assertThat(new OnTime(2, 4).plus(new OnTime(3, 3))).isEqualTo(new OnTime(5, 7));
        assertThat(new OnTime(5, 9).isWorth(55.6)).isTrue();
        assertThat(new OnTime(5, 9).isWorth(50)).isFalse();
        assertThat(OnTime.NOTHING.isWorth(0)).isFalse();
    }

    @Test
    void whatAnAppraisalHasCountedIsReadFromItsExplanation() {
        var explanation = JsonMapper.shared().readTree("""
                {"points": "33.3", "parts": [{"of": {"measured": {"figure": 33.33, "events": 3, "named": [
                  {"eventId": "e-1", "amount": 0, "base": 1}, {"eventId": "e-2", "amount": 100, "base": 1}, {"eventId": "e-3", "amount": 0, "base": 1}]}}}]}
                """);

        assertThat(OnTime.judged(explanation)).isEqualTo(new OnTime(1, 3));
    }

    @Test
    void otherWorkIsToldWhereThereIsSome() {
        var own = new OnTime(2, 4);

        assertThat(new OnTime(2, 4).beside(own)).isEmpty();
        assertThat(new OnTime(2, 6).beside(own)).endsWith(" 2 of 6");
    }

    private static JsonNode work(int amount) {
        return JsonMapper.shared().createObjectNode().put("amount", amount);
    }
}
