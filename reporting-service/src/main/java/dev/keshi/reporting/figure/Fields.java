package dev.keshi.reporting.figure;

import java.util.List;

/** Names of fields of the collection {@code figure_entries}. */
final class Fields {

    static final String ENTRIES = "figure_entries";
    static final String ID = "_id";

    static final String KIND = "state.kind";

    /** Whose it is; several where a task waits for one of them. */
    static final String PEOPLE = "state.people";

    /**
     * Where whoever has it, or did it, worked at that moment, as the event says. Several in a list while a task waits for one of several people;
     * absent for people without a department, and for tasks and requests of events from before these said it.
     */
    static final String DEPARTMENT = "state.departmentId";

    static final String BEGUN = "state.begun";
    static final String BEGUN_MONTH = "state.begunMonth";
    static final String BEGIN_EVENT = "state.beginEvent";

    /** From when a task was with whoever decides it. */
    static final String HELD = "state.held";

    static final String DUE = "state.due";
    static final String LATE_EVENT = "state.lateEvent";

    /** Absent while it is open; of what ended without counting, a word that is no month. */
    static final String MONTH = "state.month";

    static final String ENDED = "state.ended";
    static final String END_EVENT = "state.endEvent";
    static final String ON_TIME = "state.onTime";

    static final String NO_MONTH = "dropped";

    /** Everything follows from events. */
    static final List<String> STATE = List.of(
            KIND,
            PEOPLE,
            DEPARTMENT,
            BEGUN,
            BEGUN_MONTH,
            BEGIN_EVENT,
            HELD,
            DUE,
            LATE_EVENT,
            MONTH,
            ENDED,
            END_EVENT,
            ON_TIME);

    private Fields() {}
}
