package dev.keshi.org;

import dev.keshi.messaging.Ids;

/** Who somebody is, for good; also the {@code sub} of the person's access tokens. */
public record PersonId(String value) {

    private static final int LONGEST = 64;

    public PersonId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("person id: " + value);
        }
    }

    /** The id follows from the employee number, so that naming a person before he is recorded needs no look-up. */
    public static PersonId ofEmployeeNumber(String employeeNumber) {
        return new PersonId("p-" + Ids.derived("person", employeeNumber));
    }
}
