package dev.keshi.org.imports;

/** How far an import is as a whole. What was accepted is always completed. */
public enum ImportStatus {
    ACCEPTED,
    RUNNING,
    COMPLETED
}
