package dev.keshi.training.trainee;

/**
 * A fact as it is kept.
 *
 * @param counts false of a figure that does not stand yet; such a one is only known
 */
record KnownFact(String id, TraineeFact fact, boolean counts) {}
