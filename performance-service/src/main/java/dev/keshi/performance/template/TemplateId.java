package dev.keshi.performance.template;

/** Which version of which template. */
public record TemplateId(String value) {

    private static final int LONGEST = 64;

    public TemplateId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("template id: " + value);
        }
    }
}
