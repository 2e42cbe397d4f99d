package dev.keshi.performance.cycle;

/** Which appraisal. */
public record AppraisalId(String value) {

    private static final int LONGEST = 64;

    public AppraisalId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("appraisal id: " + value);
        }
    }
}
