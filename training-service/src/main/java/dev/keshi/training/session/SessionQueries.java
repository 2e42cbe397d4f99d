package dev.keshi.training.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.training.organisation.OrganisationQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Sessions, which everybody may know, and enrolments, of which the query leaves out what somebody may not see. */
@Component
public class SessionQueries {

    private final MongoSessions sessions;
    private final OrganisationQueries organisation;

    SessionQueries(MongoSessions sessions, OrganisationQueries organisation) {
        this.sessions = sessions;
        this.organisation = organisation;
    }

    /**
     * @param from only those that start then or later
     * @param person only those in which this person has or had a place, waits for one or has waited in vain
     */
    public record Wanted(
            Optional<String> course, Optional<SessionStatus> status, Optional<Instant> from, Optional<String> person) {}

    public Optional<String> lecturerOf(SessionId id) {
        return sessions.find(id).map(session -> session.state().lecturerId());
    }

    public Optional<Versioned<SessionView>> find(SessionId id, String callerId) {
        return sessions.find(id).map(session -> SessionView.of(session, callerId));
    }

    /** From the one that starts first. */
    public Page<SessionView> list(Wanted wanted, String callerId, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(empty()));
        wanted.course().ifPresent(course -> filter.add(eq(MongoSessions.COURSE, course)));
        wanted.status().ifPresent(status -> filter.add(eq(MongoSessions.STATUS, status.name())));
        wanted.from().ifPresent(from -> filter.add(gte(MongoSessions.STARTS_AT, Date.from(from))));
        wanted.person().map(MongoSessions::of).ifPresent(filter::add);
        paging.after().map(SessionQueries::behind).ifPresent(filter::add);
        return paging.page(
                sessions.select(and(filter), paging.limit() + 1),
                session -> Position.of(session.state().startsAt(), session.id()),
                session -> SessionView.of(session, callerId).state());
    }

    /**
     * In the order of asking. Whoever organises a session or lectures in it sees all of them.
     *
     * @throws SessionProblem.Unknown when there is no such session
     */
    public Page<EnrolmentView> enrolments(SessionId id, SessionReader reader, Paging paging) {
        var session = sessions.find(id).orElseThrow(() -> new SessionProblem.Unknown(id));
        var held = Session.of(id, session.state());
        var all = held.isOrganisedBy(reader.personId()) || held.isLecturedBy(reader.personId());
        var within = all
                ? empty()
                : reader.see()
                        .within(MongoSessions.ENROLMENTS + ".personId", MongoSessions.ENROLMENTS + ".departmentId");
        var behind = paging.after().map(MongoSessions::behind).orElse(empty());
        var found = sessions.enrolments(id, and(within, behind), paging.limit() + 1);
        var names = organisation.names(found.stream().map(Enrolment::personId).collect(Collectors.toSet()));
        return paging.page(
                found,
                enrolment -> Position.of(enrolment.at(), enrolment.personId()),
                enrolment -> EnrolmentView.of(enrolment, names));
    }

    private static Bson behind(Position after) {
        var at = Date.from(after.instant());
        return or(gt(MongoSessions.STARTS_AT, at), and(eq(MongoSessions.STARTS_AT, at), gt("_id", after.id())));
    }
}
