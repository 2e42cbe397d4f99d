package dev.keshi.training.session;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseProblem;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.organisation.OrganisationQueries;
import dev.keshi.training.record.LearningQueries;
import dev.keshi.training.session.SessionCommand.Cancel;
import dev.keshi.training.session.SessionCommand.Enrol;
import dev.keshi.training.session.SessionCommand.RecordAttendance;
import dev.keshi.training.session.SessionCommand.Schedule;
import dev.keshi.training.session.SessionCommand.Withdraw;
import dev.keshi.training.trainee.LeaverWatch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The door for changing sessions. */
@Service
public class SessionService {

    /** Many ask for a place at the same moment; each time somebody else was faster it is tried again. */
    private static final int PATIENCE = 20;

    private final MongoSessions sessions;
    private final CourseQueries courses;
    private final LearningQueries records;
    private final OrganisationQueries organisation;
    private final LeaverWatch leavers;
    private final EnterpriseTime time;
    private final Ids ids;

    SessionService(
            MongoSessions sessions,
            CourseQueries courses,
            LearningQueries records,
            OrganisationQueries organisation,
            LeaverWatch leavers,
            EnterpriseTime time,
            Ids ids) {
        this.sessions = sessions;
        this.courses = courses;
        this.records = records;
        this.organisation = organisation;
        this.leavers = leavers;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Has a course held; the same command again, by its idempotency key, answers the session it scheduled.
     *
     * @throws SessionProblem when a rule forbids it, {@link CourseProblem} when the course is not offered,
     *     {@link dev.keshi.training.organisation.OrganisationProblem} when the lecturer does not work here
     */
    public Versioned<SessionView> schedule(CommandContext context, SessionReader reader, Schedule command) {
        if (!reader.leadsSomebody()) {
            throw new SessionProblem.NotYoursToSchedule();
        }
        var course = courses.requireOffered(command.course());
        if (command.lecturer() instanceof Lecturer.Colleague(var lecturer)) {
            organisation.requireEmployed(lecturer);
        }
        var id = new SessionId(ids.forCommand("session", context));
        return SessionView.of(
                sessions.create(id, context, Session.scheduled(id, command, course, context.actor(), now())),
                context.actor());
    }

    /**
     * @return for somebody who is enrolled or withdrawn, the session as it stands then
     * @throws SessionProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says
     */
    public Versioned<SessionView> handle(
            CommandContext context, SessionReader reader, SessionCommand.OfExisting command) {
        return switch (command) {
            case Enrol enrol -> enrol(context, reader, enrol);
            case Withdraw withdraw -> {
                var unused = organisation.departmentOf(withdraw.personId(), reader::keeps);
                yield change(context, withdraw.id(), session -> session.withdraw(withdraw.personId(), now()));
            }
            case Cancel cancel ->
                change(context, cancel.id(), session -> {
                    if (!reader.keepsAll() && !session.isOrganisedBy(reader.personId())) {
                        throw new SessionProblem.NotYoursToOrganise();
                    }
                    session.cancel(cancel.reason());
                });
            case RecordAttendance recorded ->
                change(context, recorded.id(), session -> {
                    if (!reader.keepsAll()
                            && !session.isOrganisedBy(reader.personId())
                            && !session.isLecturedBy(reader.personId())) {
                        throw new SessionProblem.NotYoursToOrganise();
                    }
                    var now = now();
                    session.recordAttendance(recorded.attended(), context.actor(), now, heldOn(session, now));
                });
        };
    }

    private Versioned<SessionView> enrol(CommandContext context, SessionReader reader, Enrol command) {
        var department = organisation.departmentOf(command.personId(), reader::keeps);
        var session = sessions.find(command.id())
                .orElseThrow(() -> new SessionProblem.Unknown(command.id()))
                .state();
        requireLearnedBefore(new CourseCode(session.courseCode()), command.personId());
        var enrolled = change(context, command.id(), open -> open.enrol(command.personId(), department, now()));
        leavers.gave(command.personId());
        return enrolled;
    }

    private void requireLearnedBefore(CourseCode code, String personId) {
        var required = new TreeSet<>(courses.find(code)
                .orElseThrow(() -> new CourseProblem.Missing(code))
                .state()
                .prerequisites());
        if (!required.isEmpty()) {
            required.removeAll(records.learned(personId));
        }
        if (!required.isEmpty()) {
            throw new SessionProblem.PrerequisitesOpen(required);
        }
    }

    private Versioned<SessionView> change(CommandContext context, SessionId id, Consumer<Session> decide) {
        try {
            return SessionView.of(patiently(context, id, decide, PATIENCE), context.actor());
        } catch (AggregateFailure.NotFound unknown) {
            throw new SessionProblem.Unknown(id);
        }
    }

    private Versioned<SessionDocument> patiently(
            CommandContext context, SessionId id, Consumer<Session> decide, int times) {
        try {
            return sessions.change(id, context, decide);
        } catch (AggregateFailure.Contended othersWereFaster) {
            if (times <= 1) {
                throw othersWereFaster;
            }
            return patiently(context, id, decide, times - 1);
        }
    }

    /** Nobody has been at a session on a day that has not come. */
    private LocalDate heldOn(Session session, Instant now) {
        var ended = session.endsAt();
        return LocalDate.ofInstant(ended.isBefore(now) ? ended : now, time.zone());
    }

    private Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
