package dev.keshi.workflow.definition;

/** Id of one deployed version of a process. */
public record DefinitionId(String value) {

    public DefinitionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
