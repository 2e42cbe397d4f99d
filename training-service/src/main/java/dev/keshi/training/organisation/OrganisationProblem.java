package dev.keshi.training.organisation;

/** Whom a command named in vain. Nothing was written. */
public abstract sealed class OrganisationProblem extends RuntimeException {

    private final String id;

    private OrganisationProblem(String message, String id) {
        super(message, null, false, false);
        this.id = id;
    }

    /** Of the person. */
    public String id() {
        return id;
    }

    /** Nobody of that id was ever known here. */
    public static final class NoSuchPerson extends OrganisationProblem {
        NoSuchPerson(String person) {
            super("No person " + person, person);
        }
    }

    /** Somebody who has left takes part in nothing any more. */
    public static final class PersonHasLeft extends OrganisationProblem {
        PersonHasLeft(String person) {
            super(person + " has left", person);
        }
    }
}
