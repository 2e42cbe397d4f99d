package dev.keshi.workflow.definition;

/** Id of a sequence flow in its BPMN document. */
public record FlowId(String value) {

    public FlowId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
