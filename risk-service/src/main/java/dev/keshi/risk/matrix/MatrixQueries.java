package dev.keshi.risk.matrix;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Matrices. They hold nobody's data, so no scope is taken. */
@Component
public class MatrixQueries {

    private final MongoMatrices matrices;

    MatrixQueries(MongoMatrices matrices) {
        this.matrices = matrices;
    }

    public Optional<Versioned<MatrixView>> find(int version) {
        return matrices.select(eq(MongoMatrices.VERSION, version), 1).stream()
                .findFirst()
                .map(MatrixView::of);
    }

    /** The newest version. @throws MatrixProblem.NoneYet within moments after the first start */
    public Versioned<MatrixView> current() {
        return MatrixView.of(newest());
    }

    /** Whether any version has a level of this code; risks keep theirs when the next version has others. */
    public boolean hasLevel(String code) {
        return !matrices.select(eq(MongoMatrices.LEVEL, code), 1).isEmpty();
    }

    /** The newest version first. */
    public Page<MatrixView> list(Paging paging) {
        var from = paging.after()
                .map(after -> lt(MongoMatrices.VERSION, Math.toIntExact(after.number())))
                .orElse(empty());
        return paging.page(
                matrices.select(from, paging.limit() + 1),
                matrix -> Position.of(matrix.state().version(), matrix.id()),
                matrix -> MatrixView.of(matrix).state());
    }

    /** The newest version as it is read now: all that is rated by it is rated by one version. */
    public Function<Exposure, RatedExposure> rating() {
        var newest = newest().state();
        var matrix = newest.toMatrix();
        return exposure -> matrix.rate(exposure, newest.version());
    }

    private Versioned<MatrixDocument> newest() {
        return matrices.select(empty(), 1).stream().findFirst().orElseThrow(MatrixProblem.NoneYet::new);
    }
}
