package dev.keshi.training.trainee;

/** A fact as it is kept. */
record KnownFact(String id, TraineeFact fact) {}
