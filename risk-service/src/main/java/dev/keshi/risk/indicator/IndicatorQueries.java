package dev.keshi.risk.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import dev.keshi.messaging.Versioned;
import dev.keshi.risk.register.RiskId;
import dev.keshi.risk.register.RiskQueries;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads indicators. What somebody may not see is left out by the query itself. */
@Component
public class IndicatorQueries {

    private final MongoIndicators indicators;
    private final RiskQueries register;

    IndicatorQueries(MongoIndicators indicators, RiskQueries register) {
        this.indicators = indicators;
        this.register = register;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<IndicatorView>> find(IndicatorId id, RiskReader reader) {
        return indicators.select(and(eq("_id", id.value()), within(reader)), 1).stream()
                .findFirst()
                .or(() -> ofOwnRisk(id, reader))
                .map(IndicatorView::of);
    }

    /** In a fixed order. */
    public Page<IndicatorView> list(Optional<RiskId> risk, RiskReader reader, Paging paging) {
        var filter = new ArrayList<Bson>();
        risk.ifPresent(id -> filter.add(eq(MongoIndicators.RISK, id.value())));
        if (risk.filter(id -> register.isOwnedBy(id, reader.personId())).isEmpty()) {
            filter.add(within(reader));
        }
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        return paging.page(
                indicators.select(and(filter), paging.limit() + 1),
                indicator -> Position.of(indicator.id(), indicator.id()),
                indicator -> IndicatorView.of(indicator).state());
    }

    /** Whoever owns a risk sees what watches it, whoever owns that. */
    private Optional<Versioned<IndicatorDocument>> ofOwnRisk(IndicatorId id, RiskReader reader) {
        return indicators
                .find(id)
                .filter(found -> register.isOwnedBy(new RiskId(found.state().riskId()), reader.personId()));
    }

    private static Bson within(RiskReader reader) {
        return reader.see().within(MongoIndicators.OWNER, MongoIndicators.DEPARTMENT);
    }
}
