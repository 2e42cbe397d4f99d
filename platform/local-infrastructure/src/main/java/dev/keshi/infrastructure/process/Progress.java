package dev.keshi.infrastructure.process;

/** Where long work says what it is doing, one short line at a time. */
@FunctionalInterface
public interface Progress {

    void say(String line);

    static Progress silent() {
        return line -> {};
    }
}
