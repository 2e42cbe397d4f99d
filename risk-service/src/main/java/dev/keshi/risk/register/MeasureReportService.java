package dev.keshi.risk.register;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.risk.matrix.MatrixQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Completes measures whose work was done. Replicas need no lease for it: each is a compare-and-set of the risk, and whoever comes second,
 * or again after having been killed, finds the measure done.
 */
@Service
class MeasureReportService {

    private static final Logger log = LoggerFactory.getLogger(MeasureReportService.class);
    private static final int BATCH = 200;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final MongoMeasureReports reports;
    private final MongoRisks risks;
    private final MatrixQueries matrix;
    private final EnterpriseTime time;

    MeasureReportService(MongoMeasureReports reports, MongoRisks risks, MatrixQueries matrix, EnterpriseTime time) {
        this.reports = reports;
        this.risks = risks;
        this.matrix = matrix;
        this.time = time;
    }

    /** @return whether no more than that is left */
    boolean carryOut() {
        var some = reports.waiting(time.now(), BATCH);
        some.forEach(this::carryOut);
        return some.size() < BATCH;
    }

    private void carryOut(MeasureReport report) {
        var stamp = new Stamp(report.by(), report.at(), LocalDate.ofInstant(report.at(), time.zone()));
        try {
            var unused = risks.change(
                    report.riskId(),
                    CommandContext.system("measure-report", report.id()),
                    risk -> risk.doneElsewhere(report.measureId(), matrix.rating()::apply, stamp));
            reports.carriedOut(report, time.now());
        } catch (AggregateFailure.NotFound gone) {
            reports.carriedOut(report, time.now());
        } catch (AggregateFailure later) {
            log.warn("Measure {} is completed later: {}", report.measureId(), later.getMessage());
            reports.tryAgain(report, time.now().plus(LATER));
        }
    }
}
