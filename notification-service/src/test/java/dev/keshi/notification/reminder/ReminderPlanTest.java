package dev.keshi.notification.reminder;

import static dev.keshi.notification.reminder.ReminderStage.DUE_SOON;
import static dev.keshi.notification.reminder.ReminderStage.OVERDUE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.notification.obligation.Holder;
import dev.keshi.notification.obligation.ObligationKind;
import dev.keshi.notification.obligation.Topic;
import dev.keshi.notification.obligation.WaitingObligation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReminderPlanTest {

    private static final LocalDate DUE = LocalDate.parse("2026-06-15");

    @Test
    void oneIsRemindedTheDayBeforeAndWhenItIsOverdue() {
        assertPlan(ObligationKind.MEASURE, -9, DUE.minusDays(8), null, DUE.minusDays(1));
        assertPlan(ObligationKind.MEASURE, -9, DUE.minusDays(1), DUE_SOON, DUE.plusDays(1));
        assertPlan(ObligationKind.MEASURE, -9, DUE, DUE_SOON, DUE.plusDays(1));
        assertPlan(ObligationKind.MEASURE, -9, DUE.plusDays(1), OVERDUE, null);
        assertPlan(ObligationKind.MEASURE, -9, DUE.plusDays(40), OVERDUE, null);
    }

    @Test
    void aCourseIsRemindedOfLikeAMeasure() {
        assertPlan(ObligationKind.COURSE, -9, DUE.minusDays(1), DUE_SOON, DUE.plusDays(1));
        assertPlan(ObligationKind.COURSE, -9, DUE.plusDays(1), OVERDUE, null);
        assertPlan(ObligationKind.COURSE_REACTION, -9, DUE.minusDays(1), DUE_SOON, DUE.plusDays(1));
        assertPlan(ObligationKind.BEHAVIOUR_RATING, -9, DUE.plusDays(1), OVERDUE, null);
    }

    @Test
    void aSignatureIsRemindedOfLikeAMeasure() {
        assertPlan(ObligationKind.APPRAISAL_SIGNATURE, -7, DUE.minusDays(1), DUE_SOON, DUE.plusDays(1));
        assertPlan(ObligationKind.APPRAISAL_SIGNATURE, -7, DUE.plusDays(1), OVERDUE, null);
        assertPlan(ObligationKind.APPRAISAL, -7, DUE.plusDays(1), null, null);
    }

    @Test
    void whoeverGotItTodayWasToldToday() {
        assertPlan(ObligationKind.MEASURE, -1, DUE.minusDays(1), null, DUE);
        assertPlan(ObligationKind.MEASURE, -1, DUE, DUE_SOON, DUE.plusDays(1));
        assertPlan(ObligationKind.MEASURE, 0, DUE, null, DUE.plusDays(1));
    }

    @Test
    void workSaysByItselfThatItIsLate() {
        assertPlan(ObligationKind.WORK_ITEM, -9, DUE.minusDays(1), DUE_SOON, null);
        assertPlan(ObligationKind.WORK_ITEM, -9, DUE.plusDays(1), null, null);
    }

    @Test
    void nobodyIsRemindedOfTheDueDateOfAnother() {
        assertPlan(ObligationKind.WORK_TO_ACCEPT, -9, DUE.minusDays(1), null, null);
        assertPlan(ObligationKind.WORK_TO_ACCEPT, -9, DUE.plusDays(1), null, null);
    }

    /** @param since day on which it began to wait, counted from the due date */
    private static void assertPlan(
            ObligationKind kind, int since, LocalDate today, @Nullable ReminderStage now, @Nullable LocalDate next) {
        var obligation = new WaitingObligation(
                kind, Topic.of("t", null, "id", null), List.of(Holder.person("ann")), DUE, DUE.plusDays(since));

        assertThat(ReminderPlan.of(obligation, today))
                .as("%s on %s", kind, today)
                .isEqualTo(new ReminderPlan(Optional.ofNullable(now), Optional.ofNullable(next)));
    }
}
