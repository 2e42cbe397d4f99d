package dev.keshi.contracts.risk;

/** The level of one likelihood and impact. */
public record MatrixCell(int likelihood, int impact, String level) {}
