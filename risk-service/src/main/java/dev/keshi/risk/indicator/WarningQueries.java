package dev.keshi.risk.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads warnings. What somebody may not see is left out by the query itself. */
@Component
public class WarningQueries {

    private final MongoWarnings warnings;
    private final OrganisationQueries organisation;

    WarningQueries(MongoWarnings warnings, OrganisationQueries organisation) {
        this.warnings = warnings;
        this.organisation = organisation;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<WarningView>> find(WarningId id, RiskReader reader) {
        var found = warnings.select(and(eq("_id", id.value()), within(reader)), 1);
        var names = names(found);
        return found.stream().findFirst().map(warning -> WarningView.of(warning, names));
    }

    /** The newest first. */
    public Page<WarningView> list(Optional<WarningStatus> status, RiskReader reader, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(reader)));
        status.ifPresent(one -> filter.add(eq(MongoWarnings.STATUS, one.name())));
        paging.after().ifPresent(after -> filter.add(behind(after)));
        var found = warnings.select(and(filter), paging.limit() + 1);
        var names = names(found);
        return paging.page(
                found,
                warning -> Position.of(warning.state().raisedAt(), warning.id()),
                warning -> WarningView.of(warning, names).state());
    }

    private Map<String, String> names(List<Versioned<WarningDocument>> found) {
        return organisation.names(
                found.stream().map(one -> one.state().ownerId()).collect(Collectors.toSet()));
    }

    private static Bson behind(Position after) {
        var at = Date.from(after.instant());
        return or(lt(MongoWarnings.RAISED_AT, at), and(eq(MongoWarnings.RAISED_AT, at), lt("_id", after.id())));
    }

    private static Bson within(RiskReader reader) {
        return reader.see().within(MongoWarnings.OWNER, MongoWarnings.DEPARTMENT);
    }
}
