package dev.keshi.chaos.ledger;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * A command as its caller saw it.
 *
 * @param number its place in the ledger
 * @param key id of the aggregate, empty when the caller never learned it
 * @param asked what was asked for, in the names that the event of it has; {@code sequence} is the place that the event must have
 * @param answer what came back, in a few words
 */
public record Operation(long number, Kind kind, String key, Map<String, String> asked, Outcome outcome, String answer) {

    public Operation {
        asked = Map.copyOf(asked);
    }

    /** What is asked for, and the event that tells of it where it has one of its own. */
    public enum Kind {
        OPEN("keshi.org.department-opened.v1", "code"),
        RENAME("keshi.org.department-renamed.v1", ""),
        /** With a version that is old. */
        STALE_RENAME("keshi.org.department-renamed.v1", ""),
        MOVE("keshi.org.department-moved.v1", ""),
        HIRE("keshi.org.person-hired.v1", "employeeNumber"),
        TRANSFER("keshi.org.person-transferred.v1", ""),
        /** With a version that is old. */
        STALE_TRANSFER("keshi.org.person-transferred.v1", ""),
        REPORT("keshi.org.reporting-line-changed.v1", ""),
        DETAILS("keshi.org.person-details-changed.v1", ""),
        SUBMIT("", ""),
        CLAIM("keshi.workflow.task-claimed.v1", ""),
        APPROVE("keshi.workflow.task-decided.v1", ""),
        REJECT("keshi.workflow.task-decided.v1", ""),
        READ("", ""),
        /** Work that is given to somebody; what becomes of it and of the next ones is looked at in all services at the end. */
        WORK("", ""),
        REPORT_WORK("", ""),
        ACCEPT_WORK("", ""),
        RISK("", ""),
        /** Against a risk. */
        MEASURE("", ""),
        /** In the owner's work list. */
        DO_MEASURE("", ""),
        /** A figure of a risk is watched from now on. */
        WATCH("", ""),
        FIGURES("", ""),
        /** An appraisal of a few people is agreed on; what becomes of it and of the next ones is looked at in all services at the end as well. */
        CYCLE("", ""),
        OPEN_CYCLE("", ""),
        /** One view of somebody, with points for each indicator. */
        RATE("", ""),
        CLOSE_RATING("", ""),
        CALIBRATE("", ""),
        PUBLISH_CYCLE("", ""),
        /** No command: what somebody read when it was published. */
        GRADE_SEEN("", ""),
        INTERVIEW("", ""),
        SIGN("", ""),
        COURSE("", ""),
        SESSION("", ""),
        ENROL("", ""),
        WITHDRAW("", ""),
        /** Who came to a session. */
        ATTENDANCE("", ""),
        /** At a quiz. */
        ATTEMPT("", ""),
        HAND_IN("", ""),
        /** Of a read model, after everything else. */
        REBUILD("", "");

        private static final Set<Kind> OF_PEOPLE = Set.of(HIRE, TRANSFER, STALE_TRANSFER, REPORT, DETAILS);
        private static final Set<Kind> OF_DEPARTMENTS = Set.of(OPEN, RENAME, STALE_RENAME, MOVE);
        private static final Set<Kind> WITH_CONSEQUENCES =
                EnumSet.of(HIRE, EnumSet.range(WORK, HAND_IN).toArray(Kind[]::new));

        private final String event;
        private final String identity;

        /** @param identity field by which the event is known to whoever never learned the key */
        Kind(String event, String identity) {
            this.event = event;
            this.identity = identity;
        }

        String event() {
            return event;
        }

        String identity() {
            return identity;
        }

        boolean isOfPeople() {
            return OF_PEOPLE.contains(this);
        }

        /** Whether it leads to something in other services that {@link LoopAudit} looks at. */
        public boolean hasConsequences() {
            return WITH_CONSEQUENCES.contains(this);
        }

        boolean isOfDepartments() {
            return OF_DEPARTMENTS.contains(this);
        }

        /** Names of people travel encrypted. */
        boolean isSealed(String field) {
            return isOfPeople() && field.equals("name");
        }
    }

    String asked(String field) {
        return asked.getOrDefault(field, "");
    }

    /** Whether the event tells of exactly this. */
    boolean isToldBy(LoggedEvent event) {
        return event.type().equals(kind.event())
                && asked.entrySet().stream()
                        .filter(field -> !kind.isSealed(field.getKey()))
                        .allMatch(field -> event.field(field.getKey()).equals(field.getValue()));
    }

    @Override
    public String toString() {
        return "#%d %s %s %s: %s (%s)".formatted(number, kind, key, asked, outcome, answer);
    }
}
