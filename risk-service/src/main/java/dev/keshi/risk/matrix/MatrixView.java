package dev.keshi.risk.matrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the matrix.
 *
 * @param likelihoods from rare to almost certain
 * @param impacts from slight to disastrous
 * @param levels from the lowest
 * @param cells codes of levels: five rows by likelihood, each with five by impact
 */
public record MatrixView(
        String id,
        int version,
        List<Step> likelihoods,
        List<Step> impacts,
        List<Level> levels,
        List<List<String>> cells,
        Instant releasedAt) {

    public MatrixView {
        likelihoods = List.copyOf(likelihoods);
        impacts = List.copyOf(impacts);
        levels = List.copyOf(levels);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /** @param criterion how to know it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String name,
            @Nullable String nameEn,
            String criterion,
            @Nullable String criterionEn) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Level(String code, String name, @Nullable String nameEn) {}

    static Versioned<MatrixView> of(Versioned<MatrixDocument> stored) {
        var matrix = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new MatrixView(
                        stored.id(),
                        matrix.version(),
                        matrix.likelihoods().stream().map(MatrixView::step).toList(),
                        matrix.impacts().stream().map(MatrixView::step).toList(),
                        matrix.levels().stream()
                                .map(level -> new Level(level.code(), level.name(), level.nameEn()))
                                .toList(),
                        matrix.cells(),
                        matrix.releasedAt()));
    }

    private static Step step(MatrixDocument.Step step) {
        return new Step(step.name(), step.nameEn(), step.criterion(), step.criterionEn());
    }
}
