package dev.keshi.org.person;

import dev.keshi.org.PersonId;
import java.time.LocalDate;

/** Why a command about a person was refused. Nothing was written. */
public abstract sealed class PersonProblem extends RuntimeException {

    private PersonProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such person. */
    public static final class Unknown extends PersonProblem {
        Unknown(PersonId id) {
            super("No person " + id.value());
        }
    }

    /** The employee number belongs to somebody else. */
    public static final class NumberTaken extends PersonProblem {
        private final String number;

        NumberTaken(EmployeeNumber number) {
            super("Employee number " + number.value() + " is taken");
            this.number = number.value();
        }

        public String number() {
            return number;
        }
    }

    /** The e-mail address belongs to somebody else. */
    public static final class EmailTaken extends PersonProblem {
        EmailTaken() {
            super("The e-mail address is taken");
        }
    }

    /** The login name belongs to somebody else. */
    public static final class LoginNameTaken extends PersonProblem {
        LoginNameTaken() {
            super("The login name is taken");
        }
    }

    /** The department does not exist on that day, or is about to close. */
    public static final class DepartmentClosed extends PersonProblem {
        DepartmentClosed(Assignment assignment, LocalDate day) {
            super("Department " + assignment.department().value() + " takes nobody in from " + day);
        }
    }

    /** The position does not exist, is out of use, or belongs to another part of the enterprise. */
    public static final class PositionNotAvailable extends PersonProblem {
        PositionNotAvailable(String position) {
            super("Position " + position + " cannot be given here");
        }
    }

    /** The superior is not known, or is the person. */
    public static final class NoSuchSuperior extends PersonProblem {
        NoSuchSuperior(PersonId superior) {
            super("Nobody can report to " + superior.value());
        }
    }

    /** The superior reports, at whatever distance, to this person. */
    public static final class ReportingCycle extends PersonProblem {
        ReportingCycle(PersonId id, PersonId superior) {
            super(superior.value() + " reports to " + id.value());
        }
    }

    /** The person does not work here on that day. */
    public static final class NotEmployed extends PersonProblem {
        private final LocalDate day;

        NotEmployed(PersonId id, LocalDate day) {
            super(id.value() + " does not work here on " + day);
            this.day = day;
        }

        public LocalDate day() {
            return day;
        }
    }

    /** A later fact is in force already, so that an earlier one would rewrite history. */
    public static final class BeforeKnownFact extends PersonProblem {
        private final LocalDate known;

        BeforeKnownFact(PersonId id, LocalDate day, LocalDate known) {
            super(id.value() + ": " + day + " is before " + known);
            this.known = known;
        }

        public LocalDate known() {
            return known;
        }
    }

    /** Something is planned for the time after the person would have left. */
    public static final class HasPlans extends PersonProblem {
        HasPlans(PersonId id) {
            super(id.value() + " has planned changes");
        }
    }
}
