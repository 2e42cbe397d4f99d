package dev.keshi.training.assignment.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.training.assignment.AssignmentAccess;
import dev.keshi.training.assignment.AssignmentCause;
import dev.keshi.training.assignment.AssignmentCommand;
import dev.keshi.training.assignment.AssignmentId;
import dev.keshi.training.assignment.AssignmentProblem;
import dev.keshi.training.assignment.AssignmentQueries;
import dev.keshi.training.assignment.AssignmentReader;
import dev.keshi.training.assignment.AssignmentService;
import dev.keshi.training.assignment.AssignmentStatus;
import dev.keshi.training.assignment.AssignmentView;
import dev.keshi.training.course.CourseCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

/** Assigned courses: HR and leaders assign by hand, the rest follows from rules; everybody sees the own. */
@RestController
@RequestMapping("/api/training/v1/assignments")
class AssignmentController {

    private static final String PATH = "/api/training/v1/assignments/";
    private static final int ID = 64;

    private final AssignmentService assignments;
    private final AssignmentQueries queries;
    private final AssignmentAccess access;

    AssignmentController(AssignmentService assignments, AssignmentQueries queries, AssignmentAccess access) {
        this.assignments = assignments;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<AssignmentView> list(
            @RequestParam(required = false) @Nullable @Size(max = ID) String personId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = CourseCode.SHAPE) String course,
            @RequestParam(required = false) @Nullable AssignmentStatus status,
            @RequestParam(required = false) @Nullable AssignmentCause cause,
            @RequestParam(required = false) @Nullable Boolean overdue,
            Caller caller,
            Paging paging) {
        return queries.list(
                new AssignmentQueries.Wanted(
                        Optional.ofNullable(personId),
                        Optional.ofNullable(course),
                        Optional.ofNullable(status),
                        Optional.ofNullable(cause),
                        Optional.ofNullable(overdue)),
                reader(caller),
                paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<AssignmentView> find(@PathVariable AssignmentId id, Caller caller) {
        var assignment = queries.find(id, reader(caller)).orElseThrow(() -> new AssignmentProblem.Unknown(id));
        return Replies.ok(assignment, assignment.state());
    }

    @PostMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AssignmentView> assign(
            CommandContext context, Caller caller, @Valid @RequestBody AssignmentRequests.AssignCourse request) {
        var assigned = assignments.assign(context, reader(caller), request.toCommand());
        return Replies.created(PATH + assigned.id(), assigned, assigned.state());
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<AssignmentView> cancel(
            @PathVariable AssignmentId id, @RequiresIfMatch CommandContext context, Caller caller) {
        var cancelled = assignments.cancel(context, reader(caller), new AssignmentCommand.Cancel(id));
        return Replies.ok(cancelled, cancelled.state());
    }

    private AssignmentReader reader(Caller caller) {
        return access.reader(caller.id(), caller.roles());
    }
}
