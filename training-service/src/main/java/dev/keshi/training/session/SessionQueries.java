package dev.keshi.training.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static java.util.Comparator.comparing;

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
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Sessions, which everybody may know, and enrolments, of which is left out what somebody may not see. */
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
     * In the order of asking. Whoever organises a session or lectures in it sees all of them, others those of the people whom they see today.
     *
     * @throws SessionProblem.Unknown when there is no such session
     */
    public Page<EnrolmentView> enrolments(SessionId id, SessionReader reader, Paging paging) {
        var session = sessions.find(id).orElseThrow(() -> new SessionProblem.Unknown(id));
        var found = seen(session.state(), Session.of(id, session.state()), reader)
                .filter(one -> paging.after().map(one::isBehind).orElse(true))
                .sorted(comparing(Enrolment::at).thenComparing(Enrolment::personId))
                .limit(paging.limit() + 1L)
                .toList();
        var names = organisation.names(found.stream().map(Enrolment::personId).collect(Collectors.toSet()));
        return paging.page(
                found,
                enrolment -> Position.of(enrolment.at(), enrolment.personId()),
                enrolment -> EnrolmentView.of(enrolment, names));
    }

    private Stream<Enrolment> seen(SessionDocument session, Session held, SessionReader reader) {
        var all = session.enrolments();
        if (held.isOrganisedBy(reader.personId()) || held.isLecturedBy(reader.personId())) {
            return all.stream();
        }
        var departments =
                organisation.departmentsOf(all.stream().map(Enrolment::personId).toList());
        return all.stream().filter(one -> reader.sees(one.personId(), departments.get(one.personId())));
    }

    private static Bson behind(Position after) {
        var at = Date.from(after.instant());
        return or(gt(MongoSessions.STARTS_AT, at), and(eq(MongoSessions.STARTS_AT, at), gt("_id", after.id())));
    }
}
