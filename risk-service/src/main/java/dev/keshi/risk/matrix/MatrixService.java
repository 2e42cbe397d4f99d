package dev.keshi.risk.matrix;

import static com.mongodb.client.model.Filters.empty;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;

/** The door for releasing matrices. */
@Service
public class MatrixService {

    private static final int ATTEMPTS = 5;
    private static final String KIND = "matrix";

    private final MongoMatrices matrices;
    private final Ids ids;
    private final EnterpriseTime time;

    MatrixService(MongoMatrices matrices, Ids ids, EnterpriseTime time) {
        this.matrices = matrices;
        this.ids = ids;
        this.time = time;
    }

    /**
     * Makes a matrix the newest version. The same command again, by its idempotency key, answers the one it released.
     *
     * @throws MatrixProblem.ReleasedByOthers when others were faster again and again
     */
    public Versioned<MatrixView> release(CommandContext context, RiskMatrix matrix) {
        var id = ids.forCommand(KIND, context);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return MatrixView.of(matrices.create(id, context, document(newestVersion() + 1, matrix, context)));
            } catch (AggregateFailure.AlreadyExists versionTaken) {
                // The next attempt reads which version is free now.
            }
        }
        throw new MatrixProblem.ReleasedByOthers();
    }

    /** Brings in the one that comes with the service, unless there is one. */
    void bundle(CommandContext context) {
        if (newestVersion() > 0) {
            return;
        }
        try {
            var unused = matrices.create(
                    Ids.derived(KIND, "bundled"), context, document(1, BundledMatrix.matrix(), context));
        } catch (AggregateFailure.AlreadyExists anotherReplicaWasFaster) {
            // What it wrote is the same.
        }
    }

    private int newestVersion() {
        return matrices.select(empty(), 1).stream()
                .mapToInt(newest -> newest.state().version())
                .findFirst()
                .orElse(0);
    }

    private MatrixDocument document(int version, RiskMatrix matrix, CommandContext context) {
        return MatrixDocument.of(version, matrix, context.actor(), time.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
