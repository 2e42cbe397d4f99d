package dev.keshi.risk.matrix;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.MatrixCell;
import dev.keshi.contracts.risk.MatrixLevel;
import dev.keshi.contracts.risk.MatrixReleasedV1;
import java.util.ArrayList;
import java.util.List;

/** What others hear of matrices. */
final class MatrixEvents {

    private MatrixEvents() {}

    static PublishedEvent released(String id, MatrixDocument matrix) {
        return new MatrixReleasedV1(
                id,
                matrix.version(),
                matrix.levels().stream()
                        .map(level -> new MatrixLevel(level.code(), level.name(), level.nameEn()))
                        .toList(),
                cells(matrix));
    }

    private static List<MatrixCell> cells(MatrixDocument matrix) {
        var cells = new ArrayList<MatrixCell>();
        for (int likelihood = 1; likelihood <= Exposure.STEPS; likelihood++) {
            for (int impact = 1; impact <= Exposure.STEPS; impact++) {
                cells.add(new MatrixCell(
                        likelihood, impact, matrix.cells().get(likelihood - 1).get(impact - 1)));
            }
        }
        return cells;
    }
}
