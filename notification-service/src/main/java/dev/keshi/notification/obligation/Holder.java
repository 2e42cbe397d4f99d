package dev.keshi.notification.obligation;

import java.util.Optional;

/** For whom something waits: a person, or whoever leads a department at the time of asking. */
public record Holder(String value) {

    private static final String DEPARTMENT = "department:";

    public static Holder person(String personId) {
        return new Holder(personId);
    }

    public static Holder leadersOf(String departmentId) {
        return new Holder(DEPARTMENT + departmentId);
    }

    /** @return empty for a person */
    public Optional<String> departmentId() {
        return value.startsWith(DEPARTMENT) ? Optional.of(value.substring(DEPARTMENT.length())) : Optional.empty();
    }
}
