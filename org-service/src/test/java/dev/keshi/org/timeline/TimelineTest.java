package dev.keshi.org.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void aFactHoldsUntilTheNextOneBegins() {
        var timeline = Timeline.from(MARCH, "a").with(MAY, "b");

        assertThat(timeline.on(MARCH.minusDays(1))).isEmpty();
        assertThat(timeline.on(MARCH)).hasValue("a");
        assertThat(timeline.on(MAY.minusDays(1))).hasValue("a");
        assertThat(timeline.on(MAY)).hasValue("b");
        assertThat(timeline.on(MAY.plusYears(9))).hasValue("b");
    }

    @Test
    void aFactOfTheSameDayTakesThePlaceOfTheFormer() {
        assertThat(Timeline.from(MARCH, "a").with(MARCH, "b").facts()).containsExactly(new Fact<>(MARCH, "b"));
    }

    @Test
    void anEarlierFactIsPutInOrder() {
        assertThat(Timeline.from(MAY, "b").with(MARCH, "a").days()).containsExactly(MARCH, MAY);
    }

    @Test
    void twoFactsOfOneDayCannotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timeline<>(List.of(new Fact<>(MARCH, "a"), new Fact<>(MARCH, "b"))));
    }
}
