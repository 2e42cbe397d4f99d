package dev.keshi.risk.matrix;

import java.util.Optional;

/** @param criterion how to know it, so that two people choose the same */
public record MatrixStep(String name, Optional<String> nameEn, String criterion, Optional<String> criterionEn) {}
