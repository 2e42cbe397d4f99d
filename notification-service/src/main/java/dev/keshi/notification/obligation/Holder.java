package dev.keshi.notification.obligation;

import java.util.Optional;

/** For whom something waits: a person, or, at the time of asking, whoever leads a department or is of personnel. */
public record Holder(String value) {

    private static final String DEPARTMENT = "department:";
    private static final String ROLE = "role:";
    private static final Holder PERSONNEL = new Holder(ROLE + "HR");

    public static Holder person(String personId) {
        return new Holder(personId);
    }

    public static Holder leadersOf(String departmentId) {
        return new Holder(DEPARTMENT + departmentId);
    }

    /** In the list of each of them, but nobody is reminded as one of many. */
    public static Holder personnel() {
        return PERSONNEL;
    }

    boolean isPersonnel() {
        return equals(PERSONNEL);
    }

    /** @return empty for a person, and for personnel */
    public Optional<String> departmentId() {
        return value.startsWith(DEPARTMENT) ? Optional.of(value.substring(DEPARTMENT.length())) : Optional.empty();
    }
}
