package dev.keshi.risk.indicator;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.risk.register.RiskProblem;
import dev.keshi.service.time.EnterpriseTime;

/** Gives periods that are over, and in which the feed told nothing, the figure that stood all through them. */
final class StandingFigures implements Swept {

    private static final int AT_ONCE = 100;

    private final MongoIndicators indicators;
    private final IndicatorService service;
    private final EnterpriseTime time;

    StandingFigures(MongoIndicators indicators, IndicatorService service, EnterpriseTime time) {
        this.indicators = indicators;
        this.service = service;
        this.time = time;
    }

    @Override
    public String name() {
        return "standing-figures";
    }

    @Override
    public String doPart(String after) {
        var due = indicators.carryingBy(time.today(), after, AT_ONCE);
        due.forEach(this::carry);
        return due.size() < AT_ONCE ? DONE : due.getLast();
    }

    private void carry(String id) {
        try {
            service.carry(new IndicatorId(id));
        } catch (AggregateFailure | IndicatorProblem | RiskProblem later) {
            // The next sweep sees it again, if it is still there.
        }
    }
}
