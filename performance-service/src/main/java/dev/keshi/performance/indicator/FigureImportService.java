package dev.keshi.performance.indicator;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * The door for figures that no service of the platform knows. A file is checked as a whole before anything is written. Each row is written
 * by itself and says what holds from then on, so a file that was broken off is sent again: rows that are there change nothing.
 */
@Service
public class FigureImportService {

    private final MongoIndicators indicators;
    private final MongoFigures figures;
    private final Directory directory;
    private final PopulationQueries population;
    private final EnterpriseTime time;

    FigureImportService(
            MongoIndicators indicators,
            MongoFigures figures,
            Directory directory,
            PopulationQueries population,
            EnterpriseTime time) {
        this.indicators = indicators;
        this.figures = figures;
        this.directory = directory;
        this.population = population;
        this.time = time;
    }

    /** @param unchanged rows that said what was there already */
    public record Imported(int rows, int recorded, int unchanged) {}

    /**
     * Takes a file of figures; see {@link FigureTable} for its form.
     *
     * @throws IndicatorProblem when there is no such indicator, events feed it, or a row cannot be taken
     */
    public Imported importAll(CommandContext context, IndicatorCode code, byte[] csv) {
        var indicator =
                indicators.find(code).map(Versioned::state).orElseThrow(() -> new IndicatorProblem.Unknown(code));
        if (indicator.source() != Source.FIGURES) {
            throw new IndicatorProblem.NotImported(code);
        }
        var table = new FigureTable(code, indicator.kind(), time.today());
        table.read(csv);
        requireOfOthers(table, context.actor());
        requireKnownPeople(table);
        requireNobodyHadLeft(table);
        if (!table.findings().isEmpty()) {
            throw IndicatorProblem.of(table.findings());
        }
        return write(context.forAnyVersion(), table);
    }

    /** What somebody is judged by is brought by somebody else, as nobody sets the own goals. */
    private static void requireOfOthers(FigureTable table, String caller) {
        for (int i = 0; i < table.figures().size(); i++) {
            if (table.figures().get(i).personId().equals(caller)) {
                table.find(table.rows().get(i), "personId", "figure-own");
            }
        }
    }

    private void requireKnownPeople(FigureTable table) {
        var known = new HashMap<String, Boolean>();
        for (int i = 0; i < table.figures().size(); i++) {
            var person = table.figures().get(i).personId();
            if (!known.computeIfAbsent(person, id -> directory.person(id).isPresent())) {
                table.find(table.rows().get(i), "personId", "figure-person-missing");
            }
        }
    }

    private void requireNobodyHadLeft(FigureTable table) {
        var employments = population.of(
                table.figures().stream().map(FigureDocument::personId).collect(Collectors.toSet()));
        for (int i = 0; i < table.figures().size(); i++) {
            var figure = table.figures().get(i);
            var employment = employments.get(figure.personId());
            if (employment != null && employment.awaySince(figure.on()).isPresent()) {
                table.find(table.rows().get(i), "on", "figure-after-leaving");
            }
        }
    }

    private Imported write(CommandContext context, FigureTable table) {
        var all = table.figures();
        var known = figures.of(all.stream().map(MongoFigures::id).toList());
        var fresh = all.stream()
                .filter(figure -> !known.containsKey(MongoFigures.id(figure)))
                .toList();
        figures.createMissing(context, fresh);
        // Read again: another import may have been faster with one of the fresh ones, and this one says what holds from
        // now on.
        var there = figures.of(all.stream().map(MongoFigures::id).toList());
        var changed = all.stream()
                .filter(figure -> !figure.says(there.get(MongoFigures.id(figure))))
                .toList();
        changed.forEach(figure -> figures.change(context, figure));
        var written = new HashSet<>(fresh);
        written.addAll(changed);
        int recorded = written.size();
        return new Imported(all.size(), recorded, all.size() - recorded);
    }
}
