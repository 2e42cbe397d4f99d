package dev.keshi.contracts.risk;

import org.jspecify.annotations.Nullable;

/** A level of risk. */
public record MatrixLevel(
        String code, String name, @Nullable String nameEn) {}
