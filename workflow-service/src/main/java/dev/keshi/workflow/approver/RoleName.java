package dev.keshi.workflow.approver;

/** A role or position whose holders may decide; what it may be is up to the organisation, for example HR. */
public record RoleName(String value) {

    public RoleName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
