package dev.keshi.notification.obligation;

import java.util.List;

/** Names of fields of the collection {@code obligations}. */
final class Fields {

    static final String OBLIGATIONS = "obligations";
    static final String ID = "_id";
    static final String VERSION = "version";

    static final String KIND = "state.kind";
    static final String HOLDERS = "state.holders";
    static final String SINCE = "state.since";

    /** Since when it has waited for anybody; only of what others may join. */
    static final String BEGAN = "state.began";

    /** Those of the holders for whom it has waited since then. */
    static final String STAYING = "state.staying";

    static final String DUE = "state.due";

    /** The due date, or where there is none when it began to wait: what the list is sorted by. */
    static final String ORDER = "state.order";

    static final String TOPIC = "state.topic";
    static final String STANDS_FOR = "state.standsFor";
    /** In whose list it is not. */
    static final String EXCEPT_OF = "state.exceptOf";

    static final String EXPIRES_AT = "state.expiresAt";

    /** Everything that follows from events, and may be made anew from the archive. */
    static final List<String> STATE =
            List.of(KIND, HOLDERS, SINCE, BEGAN, STAYING, DUE, ORDER, TOPIC, STANDS_FOR, EXCEPT_OF, EXPIRES_AT);

    /** From which day on reminders are to look at it again; absent when there is nothing to remind of. */
    static final String REMIND = "remind";

    private Fields() {}
}
