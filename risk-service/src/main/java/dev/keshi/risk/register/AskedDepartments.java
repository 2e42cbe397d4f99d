package dev.keshi.risk.register;

/** Whoever asks departments for their risks. */
public interface AskedDepartments {

    /** Whether the round asks that department and waits for its answer. */
    boolean waitsFor(String roundId, String departmentId);
}
