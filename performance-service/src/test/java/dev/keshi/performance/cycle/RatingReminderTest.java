package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatingReminderTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
    private static final LocalDate ENDS = LocalDate.of(2026, 1, 15);

    private final CycleDocument rating =
            CycleDocument.of(plan(Optional.of(ENDS)), "secret").opened(3);

    @Test
    void theDayBeforeAndTheDayItselfAreForReminding() {
        assertThat(ENDS.minusDays(3).datesUntil(ENDS.plusDays(3)).filter(rating::isToBeRemindedOn))
                .containsExactly(ENDS.minusDays(1), ENDS);
    }

    @Test
    void aCycleRemindsOnlyWhilePeopleRateAndOnlyOfADayThatItNames() {
        assertThat(Arrays.stream(CycleStatus.values())
                        .filter(status -> rating.with(status).isToBeRemindedOn(ENDS)))
                .containsExactly(CycleStatus.RATING);
        assertThat(CycleDocument.of(plan(Optional.empty()), "secret").opened(3).isToBeRemindedOn(ENDS))
                .isFalse();
    }

    @Test
    void whoIsAppraisedAndWhoLeadsThemIsRemindedOnce() {
        var appraised = Stream.of("ann", "bob", "tom")
                .map(person ->
                        AppraisalDocument.opened("c", person, "team", Optional.of("not-in-the-ratings"), List.of()))
                .toList();

        assertThat(RatingReminding.people(appraised, Set.of("tom", "boss")))
                .containsExactlyInAnyOrder("ann", "bob", "tom", "boss");
    }

    @Test
    void aReminderIsOneOfItsPersonCycleAndDay() {
        var one = new RatingReminderDocument("c-1", "ann", ENDS);

        assertThat(new RatingReminderDocument("c-1", "ann", ENDS).id()).isEqualTo(one.id());
        assertThat(Stream.of(
                                one,
                                new RatingReminderDocument("c-2", "ann", ENDS),
                                new RatingReminderDocument("c-1", "bob", ENDS),
                                new RatingReminderDocument("c-1", "ann", ENDS.plusDays(1)))
                        .map(RatingReminderDocument::id))
                .doesNotHaveDuplicates();
    }

    @Test
    void ratingEndsWithinAYearOfThePeriod() {
        assertThat(plan(Optional.of(LAST_DAY)).ratingEndsOn()).contains(LAST_DAY);
        assertThat(plan(Optional.of(LAST_DAY.plusDays(366))).ratingEndsOn()).isPresent();
        for (var wrong : List.of(LAST_DAY.minusDays(1), LAST_DAY.plusDays(367), LocalDate.MAX, LocalDate.MIN)) {
            assertThatIllegalArgumentException().isThrownBy(() -> plan(Optional.of(wrong)));
        }
    }

    private static CyclePlan plan(Optional<LocalDate> ratingEndsOn) {
        return new CyclePlan(
                "年度",
                CycleKind.ANNUAL,
                CycleExtent.COMPREHENSIVE,
                Set.of(),
                new Period(LAST_DAY.withDayOfYear(1), LAST_DAY),
                LAST_DAY,
                Optional.empty(),
                List.of(),
                new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30),
                Thresholds.USUAL,
                Optional.empty(),
                ratingEndsOn);
    }
}
