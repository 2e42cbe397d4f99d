package dev.keshi.training.session;

/** Who lectures. */
public sealed interface Lecturer {

    /** An internal lecturer (内部讲师). */
    record Colleague(String personId) implements Lecturer {}

    record Outsider(String name) implements Lecturer {}
}
