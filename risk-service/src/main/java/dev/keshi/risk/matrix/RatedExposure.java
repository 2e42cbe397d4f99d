package dev.keshi.risk.matrix;

/**
 * An exposure with its level.
 *
 * @param level code of the level
 * @param rank 1 for the lowest level of that version
 * @param matrixVersion by which the level was found
 */
public record RatedExposure(Exposure exposure, String level, int rank, int matrixVersion) {}
