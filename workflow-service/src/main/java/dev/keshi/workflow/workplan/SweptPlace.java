package dev.keshi.workflow.workplan;

import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a sweep has come among plans, as text: {@code PLAN SINCE}, or {@code PLAN SINCE VERSION DAY PERSON}.
 *
 * @param plan id of the last one; empty text before the first
 * @param since when there was something to do for it, a day or an instant as the look says
 * @param inside how far within that plan; empty when it is done with
 */
record SweptPlace(String plan, String since, Optional<Inside> inside) {

    private static final String BETWEEN = " ";
    private static final int INSIDE = 5;
    private static final int BEHIND = 2;

    /**
     * @param version of the plan as it was begun
     * @param day on which it was begun
     * @param person the last of those who have the work that is for everybody; empty text before the first
     */
    record Inside(long version, LocalDate day, String person) {

        Inside behind(String last) {
            return new Inside(version, day, last);
        }
    }

    boolean isBeforeTheFirst() {
        return plan.isEmpty();
    }

    static SweptPlace parse(String text) {
        var parts = List.of(text.split(BETWEEN, INSIDE));
        return switch (parts.size()) {
            case INSIDE ->
                new SweptPlace(
                        parts.getFirst(),
                        parts.get(1),
                        Optional.of(new Inside(
                                Long.parseLong(parts.get(2)), LocalDate.parse(parts.get(3)), parts.getLast())));
            case BEHIND -> new SweptPlace(parts.getFirst(), parts.getLast(), Optional.empty());
            default -> new SweptPlace("", "", Optional.empty());
        };
    }

    static String behind(PlanLook look, Versioned<WorkPlanDocument> plan) {
        return plan.id() + BETWEEN + look.waitsSince(plan);
    }

    static String within(PlanLook look, Versioned<WorkPlanDocument> plan, Inside inside) {
        return String.join(
                BETWEEN,
                behind(look, plan),
                Long.toString(inside.version()),
                inside.day().toString(),
                inside.person());
    }
}
