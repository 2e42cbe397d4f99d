package dev.keshi.performance.population;

/** Where the population lies in this service's store. */
public final class PopulationStore {

    public static final String POSITIONS = "positions";
    static final String FACTS = "employment_facts";

    private PopulationStore() {}
}
