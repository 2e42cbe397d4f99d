package dev.keshi.org.department;

import dev.keshi.messaging.Ids;

/** Which department; follows from its code, which never changes. */
public record DepartmentId(String value) {

    private static final int LONGEST = 64;

    public DepartmentId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("department id: " + value);
        }
    }

    /** The same code gives the same department, so that a repeated import or request finds what it made before. */
    public static DepartmentId of(DepartmentCode code) {
        return new DepartmentId("d-" + Ids.derived("department", code.value()));
    }
}
