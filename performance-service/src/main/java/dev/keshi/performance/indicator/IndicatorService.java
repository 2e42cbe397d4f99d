package dev.keshi.performance.indicator;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import org.springframework.stereotype.Service;

/** The door for defining indicators. */
@Service
public class IndicatorService {

    private final MongoIndicators indicators;

    IndicatorService(MongoIndicators indicators) {
        this.indicators = indicators;
    }

    /**
     * Defines an indicator; the same command again, by its idempotency key, answers what it defined.
     *
     * @throws IndicatorProblem when a rule forbids it
     */
    public Versioned<IndicatorView> define(CommandContext context, IndicatorDefinition definition) {
        try {
            var defined = indicators.create(context, definition);
            return new Versioned<>(defined.id(), defined.version(), IndicatorView.of(defined.state()));
        } catch (AggregateFailure.AlreadyExists taken) {
            throw new IndicatorProblem.DefinedBefore(definition.code());
        }
    }

    /** Brings in one that comes with the service, unless somebody has defined its code. */
    void bundle(CommandContext context, IndicatorDefinition definition) {
        if (indicators.find(definition.code()).isEmpty()) {
            try {
                var unused = indicators.create(context, definition);
            } catch (AggregateFailure.AlreadyExists somebodyWasFaster) {
                // What is there stays.
            }
        }
    }
}
