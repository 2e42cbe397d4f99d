package dev.keshi.training.assignment;

import dev.keshi.messaging.Ids;

/** Which assignment. What follows from a rule has an id that follows from its reason, so it is made once. */
public record AssignmentId(String value) {

    private static final int LONGEST = 64;
    private static final String KIND = "assignment";

    public AssignmentId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("assignment id: " + value);
        }
    }

    static AssignmentId ofInduction(String personId, String courseCode) {
        return new AssignmentId(Ids.derived(KIND, personId + "/induction/" + courseCode));
    }

    static AssignmentId ofWeakness(String personId, Weakness weakness) {
        return new AssignmentId(
                Ids.derived(KIND, personId + "/weakness/" + weakness.appraisalId() + "/" + weakness.indicator()));
    }

    /** Once for an indicator in a period, however often its figure moves. */
    static AssignmentId ofFigure(String personId, PeriodFigure figure) {
        return new AssignmentId(Ids.derived(KIND, personId + "/figure/" + figure.valueId()));
    }
}
