package dev.keshi.workflow.workitem;

public record WorkItemId(String value) {

    public WorkItemId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("work item id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
