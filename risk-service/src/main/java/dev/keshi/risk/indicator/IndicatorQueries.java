package dev.keshi.risk.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import dev.keshi.messaging.Versioned;
import dev.keshi.risk.register.RiskId;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads indicators. What somebody may not see is left out by the query itself. */
@Component
public class IndicatorQueries {

    private final MongoIndicators indicators;

    IndicatorQueries(MongoIndicators indicators) {
        this.indicators = indicators;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<IndicatorView>> find(IndicatorId id, RiskReader reader) {
        return indicators.select(and(eq("_id", id.value()), within(reader)), 1).stream()
                .findFirst()
                .map(IndicatorView::of);
    }

    /** In a fixed order. */
    public Page<IndicatorView> list(Optional<RiskId> risk, RiskReader reader, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(reader)));
        risk.ifPresent(id -> filter.add(eq(MongoIndicators.RISK, id.value())));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        return paging.page(
                indicators.select(and(filter), paging.limit() + 1),
                indicator -> Position.of(indicator.id(), indicator.id()),
                indicator -> IndicatorView.of(indicator).state());
    }

    private static Bson within(RiskReader reader) {
        return reader.see().within(MongoIndicators.OWNER, MongoIndicators.DEPARTMENT);
    }
}
