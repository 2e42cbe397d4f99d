package dev.keshi.workflow.workplan;

public record WorkPlanId(String value) {

    public WorkPlanId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("work plan id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
