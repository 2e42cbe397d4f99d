package dev.keshi.risk.organisation;

/** Whom or what a command named in vain. Nothing was written. */
public abstract sealed class OrganisationProblem extends RuntimeException {

    private final String id;

    private OrganisationProblem(String message, String id) {
        super(message, null, false, false);
        this.id = id;
    }

    /** Of the person or department. */
    public String id() {
        return id;
    }

    /** Nobody of that id was ever known here. */
    public static final class NoSuchPerson extends OrganisationProblem {
        NoSuchPerson(String person) {
            super("No person " + person, person);
        }
    }

    /** Somebody who has left answers for nothing any more. */
    public static final class PersonHasLeft extends OrganisationProblem {
        PersonHasLeft(String person) {
            super(person + " has left", person);
        }
    }

    /** There is no such department, or it is closed. */
    public static final class NoSuchDepartment extends OrganisationProblem {
        NoSuchDepartment(String department) {
            super("No department " + department, department);
        }
    }
}
