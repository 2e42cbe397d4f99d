package dev.keshi.risk.matrix;

import java.util.Optional;
import java.util.regex.Pattern;

/** @param code 1 to 30 capital letters, digits and underscores */
public record RiskLevel(String code, String name, Optional<String> nameEn) {

    public static final String SHAPE = "[A-Z][A-Z0-9_]{0,29}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public RiskLevel {
        if (!PATTERN.matcher(code).matches()) {
            throw new IllegalArgumentException("risk level: " + code);
        }
    }
}
