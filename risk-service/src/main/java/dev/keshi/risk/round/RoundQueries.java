package dev.keshi.risk.round;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.risk.register.AskedDepartments;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.EnterpriseTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Rounds, which everybody may know of, and answers, of which the query leaves out what somebody may not see. */
@Component
public class RoundQueries implements AskedDepartments {

    private final MongoRounds rounds;
    private final EnterpriseTime time;

    RoundQueries(MongoRounds rounds, EnterpriseTime time) {
        this.rounds = rounds;
        this.time = time;
    }

    public Optional<Versioned<RoundView>> find(RoundId id) {
        return rounds.find(id).map(this::view);
    }

    /** The newest first. */
    public Page<RoundView> list(Paging paging) {
        var from = paging.after().map(RoundQueries::behind).orElse(empty());
        return paging.page(
                rounds.selectRounds(from, paging.limit() + 1),
                round -> Position.of(round.state().openedAt(), round.id()),
                round -> view(round).state());
    }

    /** In a fixed order. */
    public Page<RoundAnswerView> answers(RoundId id, RiskReader reader, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(
                eq(MongoRounds.ROUND, id.value()),
                reader.see().within(MongoRounds.ANSWERED_BY, MongoRounds.DEPARTMENT)));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        return paging.page(
                rounds.selectAnswers(and(filter), paging.limit() + 1),
                answer -> Position.of(answer.id(), answer.id()),
                answer -> RoundAnswerView.of(answer, time.zone()).state());
    }

    @Override
    public boolean waitsFor(String roundId, String departmentId) {
        return rounds.waitsFor(new RoundId(roundId), departmentId);
    }

    Versioned<RoundView> view(Versioned<RoundDocument> stored) {
        var round = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new RoundView(
                        stored.id(),
                        round.name(),
                        round.rootDepartmentId(),
                        round.asOf(),
                        round.dueOn(),
                        round.departments(),
                        rounds.answered(stored.id()),
                        round.openedAt()));
    }

    private static Bson behind(Position after) {
        var at = Date.from(after.instant());
        return or(lt(MongoRounds.OPENED_AT, at), and(eq(MongoRounds.OPENED_AT, at), lt("_id", after.id())));
    }
}
