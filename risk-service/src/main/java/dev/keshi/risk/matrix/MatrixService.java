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
     * @param follows the version it was drawn on
     * @throws MatrixProblem.NotNewest when that is not the newest one
     */
    public Versioned<MatrixView> release(CommandContext context, RiskMatrix matrix, int follows) {
        int newest = newestVersion();
        if (newest == 0) {
            throw new MatrixProblem.NoneYet();
        }
        if (follows > newest) {
            throw new MatrixProblem.NotNewest(newest);
        }
        try {
            return MatrixView.of(
                    matrices.create(ids.forCommand(KIND, context), context, document(follows + 1, matrix, context)));
        } catch (AggregateFailure.AlreadyExists versionTaken) {
            throw new MatrixProblem.NotNewest(newestVersion());
        }
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
