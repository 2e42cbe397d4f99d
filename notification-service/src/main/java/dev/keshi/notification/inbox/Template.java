package dev.keshi.notification.inbox;

import java.util.Locale;

/** The sentences a notification can say; their words stand in {@code texts.properties} in each language. */
public enum Template {
    TASK_ASSIGNED(Category.TASK),
    TASK_OFFERED(Category.TASK),
    TASK_GIVEN(Category.TASK),
    STEP_APPROVED(Category.PROGRESS),
    STEP_REJECTED(Category.PROGRESS),
    REQUEST_APPROVED(Category.OUTCOME),
    REQUEST_REJECTED(Category.OUTCOME),
    REQUEST_WITHDRAWN(Category.OUTCOME),
    REQUEST_TERMINATED(Category.OUTCOME),
    REQUEST_COMMENTED(Category.COMMENT),
    WORK_ITEM_ASSIGNED(Category.TASK),
    WORK_ITEM_GIVEN(Category.TASK),
    WORK_ITEM_DUE_DATE_CHANGED(Category.TASK),
    WORK_ITEM_LATE(Category.TASK),
    WORK_ITEM_RETURNED(Category.TASK),
    WORK_ITEM_REPORTED(Category.TASK),
    WORK_ITEM_LEFT_BEHIND(Category.TASK),
    ASSIGNED_WORK_ITEM_LATE(Category.PROGRESS),
    WORK_ITEM_ACCEPTED(Category.OUTCOME),
    COURSE_ASSIGNED(Category.TASK),
    INDUCTION_COURSE_ASSIGNED(Category.TASK),
    WEAK_INDICATOR_COURSE_ASSIGNED(Category.TASK),
    ENROLMENT_MOVED_UP(Category.PROGRESS),
    ENROLMENT_NOT_PLACED(Category.PROGRESS),
    SESSION_CANCELLED(Category.PROGRESS),
    RATING_ENDS(Category.REMINDER, true),
    WARNING_RAISED(Category.TASK),
    WARNING_PASSED_UP(Category.TASK),
    WARNING_ESCALATED(Category.TASK),
    CERTIFICATE_EXPIRING(Category.REMINDER),
    CERTIFICATE_EXPIRED(Category.REMINDER),
    OBLIGATION_DUE_SOON(Category.REMINDER),
    OBLIGATION_OVERDUE(Category.REMINDER);

    private final Category category;
    private final boolean passing;

    Template(Category category) {
        this(category, false);
    }

    Template(Category category, boolean passing) {
        this.category = category;
        this.passing = passing;
    }

    public Category category() {
        return category;
    }

    /** Whether it is of use for a time only, so that it is kept no longer when nobody reads it. */
    boolean isPassing() {
        return passing;
    }

    /** As it stands on the wire and in the bundle: {@code task-assigned}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
