package dev.keshi.performance.population;

import dev.keshi.performance.scoring.Period;
import java.util.Optional;

/** A position that somebody held, or a place in a department without one, on these days. */
public record Held(String departmentId, Optional<String> positionId, Optional<String> reportsTo, Period days) {}
