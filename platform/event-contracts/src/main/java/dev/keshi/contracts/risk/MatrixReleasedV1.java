package dev.keshi.contracts.risk;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * A matrix in force.
 *
 * @param levels from the lowest
 * @param cells one for each likelihood and impact
 */
@EventContract(
        type = "keshi.risk.matrix-released.v1",
        topic = Topics.RISK,
        aggregate = "matrix",
        key = "matrixId",
        en = "A version of the risk matrix is in force; it never changes.",
        zh = "风险矩阵的一个版本已生效，此后不再变更。")
public record MatrixReleasedV1(String matrixId, int version, List<MatrixLevel> levels, List<MatrixCell> cells)
        implements PublishedEvent {

    public MatrixReleasedV1 {
        levels = List.copyOf(levels);
        cells = List.copyOf(cells);
    }
}
