package dev.keshi.workflow.workitem;

/** Why a command about a work item was refused. Nothing was written. */
public abstract sealed class WorkItemProblem extends RuntimeException {

    private WorkItemProblem(String message) {
        super(message, null, false, false);
    }

    /** One assigns to oneself, to people of departments one leads, and to those who report to oneself. */
    public static final class MayNotAssign extends WorkItemProblem {
        MayNotAssign(String owner) {
            super("may not assign to " + owner);
        }
    }

    /** Who has left gets no work. */
    public static final class OwnerLeft extends WorkItemProblem {
        OwnerLeft(String owner) {
            super(owner + " has left");
        }
    }

    /** There is no such request, or whoever assigns takes no part in it. */
    public static final class NoSuchRequest extends WorkItemProblem {
        NoSuchRequest(String request) {
            super("no request " + request);
        }
    }

    /** Nothing can be done by a day that has passed. */
    public static final class DueInThePast extends WorkItemProblem {
        DueInThePast() {
            super("due in the past");
        }
    }

    /** A day so far away is a slip of the pen. */
    public static final class DueTooFarAway extends WorkItemProblem {
        DueTooFarAway() {
            super("due too far away");
        }
    }

    /** It is due on that day already. */
    public static final class SameDueDate extends WorkItemProblem {
        SameDueDate() {
            super("same due date");
        }
    }

    /** That person has to do it already. */
    public static final class SameOwner extends WorkItemProblem {
        SameOwner() {
            super("same owner");
        }
    }

    /** Only the owner says that the work is done. */
    public static final class NotOwner extends WorkItemProblem {
        NotOwner() {
            super("not the owner");
        }
    }

    /** Only whoever assigned it, or leads the owner's department, decides about it; nobody accepts work of his own. */
    public static final class NotInCharge extends WorkItemProblem {
        NotInCharge() {
            super("not in charge");
        }
    }

    /** The owner has to report it first. */
    public static final class NotReported extends WorkItemProblem {
        NotReported() {
            super("not reported");
        }
    }

    /** It waits to be accepted or returned. */
    public static final class AlreadyReported extends WorkItemProblem {
        AlreadyReported() {
            super("already reported");
        }
    }

    /** It was completed or cancelled. */
    public static final class Ended extends WorkItemProblem {
        Ended() {
            super("ended");
        }
    }

    /** It was returned, transferred and postponed so often that it should be cancelled and thought over. */
    public static final class ChangedTooOften extends WorkItemProblem {
        ChangedTooOften() {
            super("changed too often");
        }
    }
}
