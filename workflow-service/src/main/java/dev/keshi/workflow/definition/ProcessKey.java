package dev.keshi.workflow.definition;

/** Id of the process element: the name under which versions of one process are kept together. */
public record ProcessKey(String value) {

    public ProcessKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("blank id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
