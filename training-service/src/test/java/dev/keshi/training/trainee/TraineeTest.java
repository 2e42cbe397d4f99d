package dev.keshi.training.trainee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraineeTest {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private final TraineeFact hired = new TraineeFact.Works(1, AT, DAY, "team", Optional.of("clerk"), true);
    private final TraineeFact moved =
            new TraineeFact.Works(2, AT.plusSeconds(10), DAY.plusDays(1), "other", Optional.of("lead"), false);
    private final TraineeFact left = new TraineeFact.Left(3, AT.plusSeconds(20), DAY.plusDays(2));
    private final TraineeFact first = appraised("a1", 1, 5, "40.0");
    private final TraineeFact firstAnew = appraised("a1", 2, 6, "45.0");
    private final TraineeFact second = appraised("a2", 1, 30, "80.0");
    private final TraineeFact learned =
            new TraineeFact.Learned("TOOLS", "session/s", AT.plusSeconds(15), DAY.plusDays(1));

    @Test
    void theOrderInWhichFactsArriveSaysNothing() {
        for (int seed = 0; seed < 50; seed++) {
            var facts = new ArrayList<>(List.of(hired, moved, left, first, firstAnew, second, learned));
            Collections.shuffle(facts, new Random(seed));
            var trainee = new Trainee("p", facts, Set.of(), Set.of());

            assertThat(trainee.left()).isTrue();
            assertThat(trainee.works()).isEmpty();
            assertThat(trainee.hired()).contains((TraineeFact.Works) hired);
            assertThat(trainee.places()).containsExactly((TraineeFact.Works) hired, (TraineeFact.Works) moved);
            assertThat(trainee.appraisals())
                    .containsExactly((TraineeFact.Appraised) firstAnew, (TraineeFact.Appraised) second);
        }
    }

    @Test
    void whereSomebodyWorksIsWhatWasToldLast() {
        assertThat(new Trainee("p", List.of(moved, hired), Set.of(), Set.of()).works())
                .contains((TraineeFact.Works) moved);
        assertThat(new Trainee("p", List.of(moved, hired), Set.of(), Set.of()).left())
                .isFalse();
        assertThat(new Trainee("p", List.of(first), Set.of(), Set.of()).left()).isFalse();
    }

    @Test
    void whatWasLearnedBeforeItHadToBeIsNotLearnedSince() {
        var trainee = new Trainee("p", List.of(hired, learned), Set.of(), Set.of());

        assertThat(trainee.learned()).containsExactly("TOOLS");
        assertThat(trainee.learnedSince("TOOLS", AT.plusSeconds(15))).contains((TraineeFact.Learned) learned);
        assertThat(trainee.learnedSince("TOOLS", AT.plusSeconds(16))).isEmpty();
        assertThat(trainee.learnedSince("OTHER", AT)).isEmpty();
    }

    @Test
    void appraisalsAreInTheOrderOfTheWorkTheyJudgeAndNotOfTheirPublication() {
        var lastYear = of("year", 99, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        var quarter = of("quarter", 50, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

        assertThat(new Trainee("p", List.of(lastYear, quarter, second), Set.of(), Set.of()).appraisals())
                .containsExactly(lastYear, quarter, (TraineeFact.Appraised) second);
    }

    @Test
    void anAppraisalIsOfWorkAfterADayWhenAtLeastHalfOfItIs() {
        var october = of("october", 50, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 30));

        assertThat(october.isOfWorkAfter(AT, LocalDate.of(2026, 10, 16))).isTrue();
        assertThat(october.isOfWorkAfter(AT, LocalDate.of(2026, 10, 17))).isFalse();
        assertThat(october.isOfWorkAfter(AT, LocalDate.of(2026, 9, 1))).isTrue();
        assertThat(october.isOfWorkAfter(AT, LocalDate.of(2026, 11, 1))).isFalse();
        assertThat(october.isOfWorkAfter(AT.plusSeconds(50), LocalDate.of(2026, 9, 1)))
                .as("published before the course was known")
                .isFalse();
        assertThat(((TraineeFact.Appraised) second).isOfWorkAfter(AT, DAY))
                .as("told without its days")
                .isTrue();
    }

    private static TraineeFact.Appraised of(String id, int seconds, LocalDate first, LocalDate last) {
        return new TraineeFact.Appraised(
                id, 1, AT.plusSeconds(seconds), Optional.of(new TraineeFact.Days(first, last)), Map.of());
    }

    private static TraineeFact appraised(String id, long sequence, int seconds, String points) {
        return new TraineeFact.Appraised(
                id, sequence, AT.plusSeconds(seconds), Optional.empty(), Map.of("analysis", new BigDecimal(points)));
    }

    @Test
    void figuresAreInTheOrderOfTheirPeriodsAndOfWorkAfterADayWhenAtLeastHalfOfItIs() {
        var october = figure(10, 31);
        var september = figure(9, 30);

        assertThat(new Trainee("p", List.of(october, september), Set.of(), Set.of()).figures())
                .containsExactly(september, october);
        assertThat(september.isOfWorkAfter(LocalDate.of(2026, 9, 16))).isTrue();
        assertThat(september.isOfWorkAfter(LocalDate.of(2026, 9, 17))).isFalse();
        assertThat(september.period().overlap(october.period())).isFalse();
        assertThat(september
                        .period()
                        .overlap(new TraineeFact.Days(LocalDate.of(2026, 9, 30), LocalDate.of(2026, 12, 31))))
                .isTrue();
    }

    private static TraineeFact.Figure figure(int month, int days) {
        return new TraineeFact.Figure(
                "v" + month,
                "tasks-on-time",
                1,
                AT,
                new TraineeFact.Days(LocalDate.of(2026, month, 1), LocalDate.of(2026, month, days)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "PERCENT");
    }
}
