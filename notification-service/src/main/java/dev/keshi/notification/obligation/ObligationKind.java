package dev.keshi.notification.obligation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What there is to do, in which service, and whether it has a due date. */
public enum ObligationKind {
    /** To approve or reject a step of a request. */
    APPROVAL("workflow", "tasks", false),
    /** To do assigned work. */
    WORK_ITEM("workflow", "work-items", true),
    /** To accept or return work that its owner has reported; by the due date of the work. */
    WORK_TO_ACCEPT("workflow", "work-items", true),
    /** To carry out a measure against a risk. */
    MEASURE("risk", "measures", true),
    /** To take note of a warning. */
    WARNING("risk", "warnings", false),
    /** To answer for a department which risks it found. */
    RISK_ROUND("risk", "round-answers", true),
    /** To look at a risk again, because of a warning or because its acceptance has ended. */
    RISK_ASSESSMENT("risk", "risks", false),
    /** To talk with somebody about what came of an appraisal. */
    APPRAISAL_INTERVIEW("performance", "appraisals", false),
    /** To sign somebody else's appraisal, in the superior's place, once the interview was held. */
    APPRAISAL_SIGNATURE("performance", "appraisals", true),
    /** To sign the own appraisal, once the interview was held. */
    APPRAISAL("performance", "appraisals", false),
    /** To take a course. */
    COURSE("training", "assignments", true),
    /** To say what a course was like. */
    COURSE_REACTION("training", "reactions", true),
    /** To say what training has changed in somebody's work. */
    BEHAVIOUR_RATING("training", "behaviour-ratings", true);

    private final String service;
    private final String resource;
    private final boolean dated;

    ObligationKind(String service, String resource, boolean dated) {
        this.service = service;
        this.resource = resource;
        this.dated = dated;
    }

    /** Where it is done, as in addresses: {@code workflow}. */
    public String service() {
        return service;
    }

    /** What it is called there: {@code tasks}. */
    public String resource() {
        return resource;
    }

    /** Without a due date it stands in the list by when it began to wait, and is never overdue. */
    public boolean dated() {
        return dated;
    }

    /**
     * Whether those for whom it comes to wait join those for whom it has waited from its beginning. It keeps its place in the list then: that
     * follows from the beginning alone.
     */
    boolean joined() {
        return this == WARNING;
    }

    /** Whether it is about a course, by whose code it is known until the name is. */
    boolean ofCourse() {
        return this == COURSE || this == COURSE_REACTION || this == BEHAVIOUR_RATING;
    }

    /** Whether its title is that of a course which is over, so that a reminder says what is to be done about it. */
    boolean afterCourse() {
        return ofCourse() && this != COURSE;
    }

    static List<ObligationKind> allDated() {
        return Arrays.stream(values()).filter(ObligationKind::dated).toList();
    }

    /** As it stands in ids and in the bundle: {@code work-item}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
