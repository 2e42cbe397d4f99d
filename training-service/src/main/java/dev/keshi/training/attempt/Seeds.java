package dev.keshi.training.attempt;

/** Where the seeds of draws come from. An input, so that tests can say which come. */
@FunctionalInterface
public interface Seeds {

    /** One that nobody can guess. */
    long next();
}
