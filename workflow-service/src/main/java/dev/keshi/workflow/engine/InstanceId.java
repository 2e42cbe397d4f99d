package dev.keshi.workflow.engine;

/** Id of a process instance. */
public record InstanceId(String value) {

    public InstanceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
