package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RatingReminderTest {

    private static final LocalDate ENDS = LocalDate.of(2026, 1, 15);

    private final CycleDocument rating =
            CycleDocument.of(UsualPlan.of(Optional.of(ENDS)), "secret").opened(3);

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
        assertThat(CycleDocument.of(UsualPlan.of(Optional.empty()), "secret")
                        .opened(3)
                        .isToBeRemindedOn(ENDS))
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
        assertThat(UsualPlan.of(Optional.of(UsualPlan.LAST_DAY)).ratingEndsOn()).contains(UsualPlan.LAST_DAY);
        assertThat(UsualPlan.of(Optional.of(UsualPlan.LAST_DAY.plusDays(366))).ratingEndsOn())
                .isPresent();
        for (var wrong : List.of(
                UsualPlan.LAST_DAY.minusDays(1), UsualPlan.LAST_DAY.plusDays(367), LocalDate.MAX, LocalDate.MIN)) {
            assertThatIllegalArgumentException().isThrownBy(() -> UsualPlan.of(Optional.of(wrong)));
        }
    }
}
