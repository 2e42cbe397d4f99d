package dev.keshi.performance.template;

import java.util.regex.Pattern;

/** What all versions of a template share: 1 to 60 lower-case letters, digits and hyphens. */
public record TemplateCode(String value) {

    public static final String SHAPE = "[a-z][a-z0-9-]{0,59}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public TemplateCode {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("template code: " + value);
        }
    }
}
