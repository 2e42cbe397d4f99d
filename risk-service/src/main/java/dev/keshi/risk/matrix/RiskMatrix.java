package dev.keshi.risk.matrix;

import static dev.keshi.risk.matrix.Exposure.STEPS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix that gives every exposure a level.
 *
 * @param likelihoods from rare to almost certain, five
 * @param impacts from slight to disastrous, five
 * @param levels from the lowest, 2 to {@value #MOST_LEVELS}
 * @param cells codes of levels: five rows by likelihood, each with five by impact
 */
public record RiskMatrix(
        List<MatrixStep> likelihoods, List<MatrixStep> impacts, List<RiskLevel> levels, List<List<String>> cells) {

    public static final int FEWEST_LEVELS = 2;
    public static final int MOST_LEVELS = 6;

    public RiskMatrix {
        likelihoods = List.copyOf(likelihoods);
        impacts = List.copyOf(impacts);
        levels = List.copyOf(levels);
        cells = cells.stream().map(List::copyOf).toList();
    }

    /**
     * @param cells as somebody drew them; null where a cell is empty
     * @throws MatrixProblem when some exposure would have no level, or a worse one a lower level
     */
    public static RiskMatrix drawn(
            List<MatrixStep> likelihoods,
            List<MatrixStep> impacts,
            List<RiskLevel> levels,
            List<? extends List<@Nullable String>> cells) {
        requireFive(likelihoods.size(), "likelihoods");
        requireFive(impacts.size(), "impacts");
        requireFive(cells.size(), "cells");
        cells.forEach(row -> requireFive(row.size(), "cells"));
        var codes = levels.stream().map(RiskLevel::code).toList();
        codes.stream()
                .filter(code -> Collections.frequency(codes, code) > 1)
                .findFirst()
                .ifPresent(twice -> {
                    throw new MatrixProblem.LevelTwice(twice);
                });
        var matrix = new RiskMatrix(likelihoods, impacts, levels, filled(cells, codes));
        var falls = everywhere().filter(matrix::fallsAt).toList();
        if (!falls.isEmpty()) {
            throw new MatrixProblem.Falls(falls);
        }
        return matrix;
    }

    private static List<List<String>> filled(List<? extends List<@Nullable String>> cells, Collection<String> codes) {
        var filled = new ArrayList<List<String>>();
        Stream.generate(() -> new ArrayList<String>()).limit(STEPS).forEach(filled::add);
        var holes = new ArrayList<Exposure>();
        everywhere().forEach(at -> {
            var code = cells.get(at.likelihood() - 1).get(at.impact() - 1);
            if (code == null || code.isBlank()) {
                holes.add(at);
            } else if (codes.contains(code)) {
                filled.get(at.likelihood() - 1).add(code);
            } else {
                throw new MatrixProblem.UnknownLevel(at, code);
            }
        });
        if (!holes.isEmpty()) {
            throw new MatrixProblem.Hole(holes);
        }
        return filled;
    }

    /** Row by row. */
    private static Stream<Exposure> everywhere() {
        return IntStream.rangeClosed(1, STEPS)
                .boxed()
                .flatMap(likelihood ->
                        IntStream.rangeClosed(1, STEPS).mapToObj(impact -> new Exposure(likelihood, impact)));
    }

    RatedExposure rate(Exposure exposure, int version) {
        int rank = rank(exposure.likelihood(), exposure.impact());
        return new RatedExposure(exposure, levels.get(rank - 1).code(), rank, version);
    }

    private boolean fallsAt(Exposure at) {
        int rank = rank(at.likelihood(), at.impact());
        return (at.likelihood() > 1 && rank < rank(at.likelihood() - 1, at.impact()))
                || (at.impact() > 1 && rank < rank(at.likelihood(), at.impact() - 1));
    }

    private int rank(int likelihood, int impact) {
        var code = cells.get(likelihood - 1).get(impact - 1);
        return levels.stream().map(RiskLevel::code).toList().indexOf(code) + 1;
    }

    private static void requireFive(int found, String what) {
        if (found != STEPS) {
            throw new MatrixProblem.Size(what, found);
        }
    }
}
