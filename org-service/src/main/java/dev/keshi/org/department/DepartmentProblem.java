package dev.keshi.org.department;

import java.time.LocalDate;
import java.util.List;

/** Why a command about a department was refused. Nothing was written. */
public abstract sealed class DepartmentProblem extends RuntimeException {

    private DepartmentProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such department, now or ever. */
    public static final class Unknown extends DepartmentProblem {
        Unknown(DepartmentId id) {
            super("No department " + id.value());
        }
    }

    /** The code belongs to another department. */
    public static final class CodeTaken extends DepartmentProblem {
        private final String code;

        CodeTaken(DepartmentCode code) {
            super("Department code " + code.value() + " is taken");
            this.code = code.value();
        }

        public String code() {
            return code;
        }
    }

    /** The department above does not exist on that day. */
    public static final class ParentMissing extends DepartmentProblem {
        ParentMissing(DepartmentId parent, LocalDate day) {
            super("Department " + parent.value() + " does not exist on " + day);
        }
    }

    /** Nothing stands below a functional group. */
    public static final class ParentIsGroup extends DepartmentProblem {
        ParentIsGroup(DepartmentId parent) {
            super(parent.value() + " is a functional group");
        }
    }

    /** The department would stand below itself. */
    public static final class WouldBeCycle extends DepartmentProblem {
        WouldBeCycle(DepartmentId moved, DepartmentId parent, LocalDate day) {
            super(moved.value() + " under " + parent.value() + " would be a cycle on " + day);
        }
    }

    /** More levels than a tree may have. */
    public static final class TooDeep extends DepartmentProblem {
        private final int deepest;

        TooDeep(int deepest) {
            super("More than " + deepest + " levels");
            this.deepest = deepest;
        }

        public int deepest() {
            return deepest;
        }
    }

    /** There is one top of the tree, and a functional group cannot be it. */
    public static final class SecondTop extends DepartmentProblem {
        SecondTop() {
            super("The tree has one top, a department");
        }
    }

    /** The top of the tree cannot be moved or closed. */
    public static final class IsTop extends DepartmentProblem {
        IsTop(DepartmentId id) {
            super(id.value() + " is the top of the tree");
        }
    }

    /** The department does not exist (yet, or any more) on the day the change would hold from. */
    public static final class NotOpen extends DepartmentProblem {
        private final LocalDate day;

        NotOpen(DepartmentId id, LocalDate day) {
            super(id.value() + " does not exist on " + day);
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** A later fact of the same kind is in force already, so that an earlier one would rewrite history. */
    public static final class BeforeKnownFact extends DepartmentProblem {
        private final LocalDate known;

        BeforeKnownFact(DepartmentId id, LocalDate day, LocalDate known) {
            super(id.value() + ": " + day + " is before " + known);
            this.known = known;
        }

        public LocalDate known() {
            return known;
        }
    }

    /** A department is closed when nothing stands below it, nobody works in it and nothing is planned for it. */
    public static final class StillInUse extends DepartmentProblem {
        private final Use use;

        StillInUse(DepartmentId id, Use use) {
            super(id.value() + " is in use: " + use);
            this.use = use;
        }

        public Use use() {
            return use;
        }

        /** What it is used for. */
        public enum Use {
            DEPARTMENTS_BELOW,
            PEOPLE,
            PLANNED_CHANGES
        }
    }

    /** Managers and deputies must be people who work here. */
    public static final class UnknownPeople extends DepartmentProblem {
        private final List<String> people;

        UnknownPeople(List<String> people) {
            super("Nobody is known as " + people);
            this.people = List.copyOf(people);
        }

        public List<String> people() {
            return people;
        }
    }

    /** A deputy can be in charge only of departments that stand below the deputy's own. */
    public static final class NotBelow extends DepartmentProblem {
        NotBelow(DepartmentId department, DepartmentId inCharge) {
            super(inCharge.value() + " does not stand below " + department.value());
        }
    }

    /** An import is being carried out; until it has ended the structure stands still. */
    public static final class ImportRunning extends DepartmentProblem {
        ImportRunning() {
            super("An import is being carried out");
        }
    }
}
