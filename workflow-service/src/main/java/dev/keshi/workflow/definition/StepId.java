package dev.keshi.workflow.definition;

/** Id of a flow node in its BPMN document. */
public record StepId(String value) {

    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
