package dev.keshi.risk.matrix;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of the matrix as it is kept. */
record MatrixDocument(
        int version,
        List<Step> likelihoods,
        List<Step> impacts,
        List<Level> levels,
        List<List<String>> cells,
        String releasedBy,
        Instant releasedAt) {

    MatrixDocument {
        likelihoods = List.copyOf(likelihoods);
        impacts = List.copyOf(impacts);
        levels = List.copyOf(levels);
        cells = cells.stream().map(List::copyOf).toList();
    }

    record Step(
            String name,
            @Nullable String nameEn,
            String criterion,
            @Nullable String criterionEn) {

        private static Step of(MatrixStep step) {
            return new Step(
                    step.name(),
                    step.nameEn().orElse(null),
                    step.criterion(),
                    step.criterionEn().orElse(null));
        }

        private MatrixStep toStep() {
            return new MatrixStep(name, Optional.ofNullable(nameEn), criterion, Optional.ofNullable(criterionEn));
        }
    }

    record Level(String code, String name, @Nullable String nameEn) {

        private static Level of(RiskLevel level) {
            return new Level(level.code(), level.name(), level.nameEn().orElse(null));
        }

        private RiskLevel toLevel() {
            return new RiskLevel(code, name, Optional.ofNullable(nameEn));
        }
    }

    static MatrixDocument of(int version, RiskMatrix matrix, String by, Instant at) {
        return new MatrixDocument(
                version,
                matrix.likelihoods().stream().map(Step::of).toList(),
                matrix.impacts().stream().map(Step::of).toList(),
                matrix.levels().stream().map(Level::of).toList(),
                matrix.cells(),
                by,
                at);
    }

    RiskMatrix toMatrix() {
        return new RiskMatrix(
                likelihoods.stream().map(Step::toStep).toList(),
                impacts.stream().map(Step::toStep).toList(),
                levels.stream().map(Level::toLevel).toList(),
                cells);
    }
}
