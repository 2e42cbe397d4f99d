package dev.keshi.risk.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.risk.organisation.OrganisationQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.EnterpriseTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads the register. What somebody may not see is left out by the query itself. */
@Component
public class RiskQueries {

    private final MongoRisks risks;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;

    RiskQueries(MongoRisks risks, OrganisationQueries organisation, EnterpriseTime time) {
        this.risks = risks;
        this.organisation = organisation;
        this.time = time;
    }

    /** @param level code of the current level */
    public record Wanted(
            Optional<RiskKind> kind, Optional<String> level, Optional<String> department, Optional<String> round) {}

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<RiskView>> find(RiskId id, RiskReader reader) {
        var found = risks.select(and(eq("_id", id.value()), within(reader)), 1);
        var names = names(found);
        return found.stream().findFirst().map(risk -> RiskView.of(risk, reader, time.today(), names));
    }

    /** In a fixed order. */
    public Page<RiskView> list(Wanted wanted, RiskReader reader, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(reader)));
        wanted.kind().ifPresent(kind -> filter.add(eq(MongoRisks.KIND, kind.name())));
        wanted.level().ifPresent(level -> filter.add(eq(MongoRisks.LEVEL, level)));
        wanted.department().ifPresent(id -> filter.add(eq(MongoRisks.DEPARTMENT, id)));
        wanted.round().ifPresent(id -> filter.add(eq(MongoRisks.ROUND, id)));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        var found = risks.select(and(filter), paging.limit() + 1);
        var names = names(found);
        return paging.page(
                found,
                risk -> Position.of(risk.id(), risk.id()),
                risk -> RiskView.of(risk, reader, time.today(), names).state());
    }

    private Map<String, String> names(List<Versioned<RiskDocument>> found) {
        return organisation.names(
                found.stream().flatMap(risk -> risk.state().owners()).collect(Collectors.toSet()));
    }

    /** How many a department registered in a round. */
    public int countOfRound(String roundId, String departmentId) {
        return risks.count(and(eq(MongoRisks.ROUND, roundId), eq(MongoRisks.DEPARTMENT, departmentId)));
    }

    /** Also those in which the reader has a measure, wherever they are. */
    private static Bson within(RiskReader reader) {
        var scope = reader.see().within(MongoRisks.OWNER, MongoRisks.DEPARTMENT);
        return scope.equals(empty()) ? scope : or(scope, eq(MongoRisks.MEASURE_OWNER, reader.personId()));
    }
}
