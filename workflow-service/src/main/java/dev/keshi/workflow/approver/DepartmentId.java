package dev.keshi.workflow.approver;

/** A department or functional group as org-service names it. */
public record DepartmentId(String value) {

    public DepartmentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
