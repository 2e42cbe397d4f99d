package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.template.TemplateCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is agreed on before a cycle begins; it never changes.
 *
 * @param populationOn whoever is employed on this day is appraised: later joiners are not, nor is who has left before
 * @param department only people of this department and those below, on that day; absent: of all
 * @param templates preferred where they fit the position, before the usual one
 */
public record CyclePlan(
        String name,
        CycleKind kind,
        CycleExtent extent,
        Period period,
        LocalDate populationOn,
        Optional<String> department,
        List<TemplateCode> templates,
        ScoringRules rules,
        Thresholds thresholds,
        Optional<Distribution> distribution) {

    public CyclePlan {
        templates = List.copyOf(templates);
    }
}
