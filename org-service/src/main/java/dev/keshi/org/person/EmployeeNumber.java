package dev.keshi.org.person;

import java.util.regex.Pattern;

/** Number of a person in the enterprise (工号), unique, never reused: 1 to 40 letters, digits, hyphens, dots, underscores. */
public record EmployeeNumber(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    public EmployeeNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("employee number: " + value);
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }
}
