package dev.keshi.performance.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.population.EmploymentFact.Left;
import dev.keshi.performance.population.EmploymentFact.ReportsTo;
import dev.keshi.performance.population.EmploymentFact.Works;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class PopulationCopyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final List<EmploymentFact> FACTS = List.of(
            new Works(DAY, "planning", Optional.of("planner"), Optional.empty()),
            new ReportsTo(DAY.plusDays(1), Optional.of("li")),
            new ReportsTo(DAY.plusDays(2), Optional.empty()),
            new Left(DAY.plusDays(3)),
            new Works(DAY.plusDays(4), "data", Optional.empty(), Optional.of("wu")));

    @Test
    void whatEventsToldIsReadInTheirOrder() {
        var copy = new Document("_id", "ann").append("sequence", 13L);
        // Numbers of events need not follow each other, and 9 comes before 10 though "10" sorts before "9".
        for (int i = FACTS.size() - 1; i >= 0; i--) {
            copy.putAll(PopulationCopy.fact(8L + i, FACTS.get(i)).fields());
        }

        assertThat(EmploymentDocument.read(copy)).isEqualTo(new Employment(FACTS));
    }

    @Test
    void aRevisionOfAPositionLeavesTheRoleTemplateItWasMadeFrom() {
        assertThat(PopulationCopy.position("运营助理", null, Optional.of("operations-assistant"))
                        .fields())
                .containsEntry("template", "operations-assistant");
        assertThat(PopulationCopy.position("运营助理（新）", null, Optional.empty()).fields())
                .doesNotContainKey("template");
    }
}
