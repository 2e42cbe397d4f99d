package dev.keshi.training.session.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.session.EnrolmentView;
import dev.keshi.training.session.SessionAccess;
import dev.keshi.training.session.SessionCommand;
import dev.keshi.training.session.SessionId;
import dev.keshi.training.session.SessionProblem;
import dev.keshi.training.session.SessionQueries;
import dev.keshi.training.session.SessionReader;
import dev.keshi.training.session.SessionService;
import dev.keshi.training.session.SessionStatus;
import dev.keshi.training.session.SessionView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions: HR and leaders have courses held, everybody enrols; a leader enrols the own people too. */
@RestController
@RequestMapping("/api/training/v1/sessions")
class SessionController {

    private static final String PATH = "/api/training/v1/sessions/";

    private final SessionService sessions;
    private final SessionQueries queries;
    private final SessionAccess access;

    SessionController(SessionService sessions, SessionQueries queries, SessionAccess access) {
        this.sessions = sessions;
        this.queries = queries;
        this.access = access;
    }

    /** @param mine whether only those in which the caller has or had a place, waits for one or has waited in vain */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<SessionView> list(
            @RequestParam(required = false) @Nullable @Pattern(regexp = CourseCode.SHAPE) String course,
            @RequestParam(required = false) @Nullable SessionStatus status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Boolean mine,
            Caller caller,
            Paging paging) {
        return queries.list(
                new SessionQueries.Wanted(
                        Optional.ofNullable(course),
                        Optional.ofNullable(status),
                        Optional.ofNullable(from),
                        Boolean.TRUE.equals(mine) ? Optional.of(caller.id()) : Optional.empty()),
                caller.id(),
                paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<SessionView> find(@PathVariable SessionId id, Caller caller) {
        return answer(queries.find(id, caller.id()).orElseThrow(() -> new SessionProblem.Unknown(id)));
    }

    @GetMapping("/{id}/enrolments")
    @PreAuthorize("isAuthenticated()")
    Page<EnrolmentView> enrolments(@PathVariable SessionId id, Caller caller, Paging paging) {
        return queries.enrolments(id, reader(caller), paging);
    }

    @PostMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<SessionView> schedule(
            CommandContext context, Caller caller, @Valid @RequestBody SessionRequests.ScheduleSession request) {
        var scheduled = sessions.schedule(context, reader(caller), request.toCommand());
        return Replies.created(PATH + scheduled.id(), scheduled, scheduled.state());
    }

    /** Somebody asks for a place whatever others do meanwhile, so nobody could have missed anything. */
    @PostMapping("/{id}/enrol")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<SessionView> enrol(
            @PathVariable SessionId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody SessionRequests.NamePerson request) {
        return answer(
                sessions.handle(context, reader(caller), new SessionCommand.Enrol(id, request.personOr(caller.id()))));
    }

    /** A place is given back whatever others do meanwhile. */
    @PostMapping("/{id}/withdraw")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<SessionView> withdraw(
            @PathVariable SessionId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody SessionRequests.NamePerson request) {
        return answer(sessions.handle(
                context, reader(caller), new SessionCommand.Withdraw(id, request.personOr(caller.id()))));
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<SessionView> cancel(
            @PathVariable SessionId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody SessionRequests.CancelSession request) {
        return answer(sessions.handle(context, reader(caller), new SessionCommand.Cancel(id, request.reason())));
    }

    /** Once it has begun nobody enrols or withdraws, and it is recorded once, so nobody could have missed anything. */
    @PostMapping("/{id}/attendance")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<SessionView> recordAttendance(
            @PathVariable SessionId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody SessionRequests.RecordAttendance request) {
        return answer(sessions.handle(context, reader(caller), request.toCommand(id)));
    }

    private static ResponseEntity<SessionView> answer(Versioned<SessionView> session) {
        return Replies.ok(session, session.state());
    }

    private SessionReader reader(Caller caller) {
        return access.reader(caller.id(), caller.roles());
    }
}
