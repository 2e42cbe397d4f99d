package dev.keshi.test.infrastructure;

/** Looks like a plain test class and has no tests. */
@RealInfrastructure
final class PlainSibling {}
