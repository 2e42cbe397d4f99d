package dev.keshi.org.department;

import java.util.Optional;

/** What a department is called: 1 to 100 characters without control characters. */
public record DepartmentName(String chinese, Optional<String> english) {

    private static final int LONGEST = 100;

    public DepartmentName {
        require(chinese);
        english.ifPresent(DepartmentName::require);
    }

    private static void require(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException("department name: " + name);
        }
    }

    public static boolean isValid(String name) {
        return !name.isBlank() && name.length() <= LONGEST && name.codePoints().noneMatch(Character::isISOControl);
    }
}
