package dev.keshi.workflow.definition;

/** Id of the process element: the name under which versions of one process are kept together. */
public record ProcessKey(String value) {

    /** Longer ones are not deployed, so that whatever is deployed can be asked for. */
    public static final int MAX_LENGTH = 200;

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
