package dev.keshi.org.department;

import java.util.regex.Pattern;

/** Short code of a department, unique in the enterprise: 1 to 40 letters, digits, hyphens, dots and underscores. */
public record DepartmentCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public DepartmentCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("department code: " + value);
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }
}
