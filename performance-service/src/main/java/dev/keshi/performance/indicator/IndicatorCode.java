package dev.keshi.performance.indicator;

import java.util.regex.Pattern;

/** What an indicator is called by: 1 to 40 lower-case letters, digits and hyphens. */
public record IndicatorCode(String value) {

    public static final String SHAPE = "[a-z][a-z0-9-]{0,39}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public IndicatorCode {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("indicator code: " + value);
        }
    }
}
