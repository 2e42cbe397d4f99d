package dev.keshi.workflow.workplan;

import java.util.List;

/** Why a command about a work plan was refused. Nothing was written. */
public abstract sealed class WorkPlanProblem extends RuntimeException {

    private WorkPlanProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such plan, or not for the caller. */
    public static final class Unknown extends WorkPlanProblem {
        public Unknown(WorkPlanId id) {
            super("no plan " + id);
        }
    }

    /** There is no such department, or it is closed. */
    public static final class NoSuchDepartment extends WorkPlanProblem {
        NoSuchDepartment(String department) {
            super("no department " + department);
        }
    }

    /** Plans are kept by those who lead the department. */
    public static final class NotInCharge extends WorkPlanProblem {
        NotInCharge() {
            super("not in charge");
        }
    }

    /** It gives work already. */
    public static final class AlreadyActive extends WorkPlanProblem {
        AlreadyActive() {
            super("already active");
        }
    }

    /** An ended plan stays as it was. */
    public static final class Ended extends WorkPlanProblem {
        Ended() {
            super("ended");
        }
    }

    /** It would end before it begins. */
    public static final class EndBeforeStart extends WorkPlanProblem {
        EndBeforeStart() {
            super("end before start");
        }
    }

    /** Its last day has passed, so it would give no work. */
    public static final class Over extends WorkPlanProblem {
        Over() {
            super("over");
        }
    }

    /** A day so far away is a slip of the pen. */
    public static final class DayOutOfRange extends WorkPlanProblem {
        private final String field;

        DayOutOfRange(String field) {
            super("day out of range: " + field);
            this.field = field;
        }

        /** validFrom or validUntil. */
        public String field() {
            return field;
        }
    }

    /** What a refusal says of entries, by their places in what was sent, from 0. */
    public abstract static sealed class OfEntries extends WorkPlanProblem {
        private final List<Integer> places;

        private OfEntries(String message, List<Integer> places) {
            super(message + " " + places);
            this.places = List.copyOf(places);
        }

        public List<Integer> places() {
            return places;
        }
    }

    /** The plan has no entries of these ids. */
    public static final class UnknownEntries extends OfEntries {
        UnknownEntries(List<Integer> places) {
            super("unknown entries", places);
        }
    }

    /** An entry can stand in a plan once. */
    public static final class EntriesTwice extends OfEntries {
        EntriesTwice(List<Integer> places) {
            super("entries twice", places);
        }
    }

    /** Whoever is not known looks the same as somebody of another department. */
    public static final class OwnersElsewhere extends OfEntries {
        OwnersElsewhere(List<Integer> places) {
            super("owners elsewhere", places);
        }
    }

    /** Who has left gets no work. */
    public static final class OwnersLeft extends OfEntries {
        OwnersLeft(List<Integer> places) {
            super("owners left", places);
        }
    }
}
