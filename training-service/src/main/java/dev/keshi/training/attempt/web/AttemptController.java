package dev.keshi.training.attempt.web;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.training.attempt.AttemptAccess;
import dev.keshi.training.attempt.AttemptId;
import dev.keshi.training.attempt.AttemptProblem;
import dev.keshi.training.attempt.AttemptQueries;
import dev.keshi.training.attempt.AttemptService;
import dev.keshi.training.attempt.AttemptSheetId;
import dev.keshi.training.attempt.AttemptSheetView;
import dev.keshi.training.attempt.AttemptView;
import dev.keshi.training.course.CourseCode;
import jakarta.validation.Valid;
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

/** Quizzes: people take them, HR sees how they went and lets somebody begin anew. */
@RestController
@RequestMapping("/api/training/v1")
class AttemptController {

    private final AttemptService attempts;
    private final AttemptQueries queries;
    private final AttemptAccess access;

    AttemptController(AttemptService attempts, AttemptQueries queries, AttemptAccess access) {
        this.attempts = attempts;
        this.queries = queries;
        this.access = access;
    }

    @PostMapping("/courses/{code}/attempts")
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AttemptView> start(@PathVariable CourseCode code, CommandContext context) {
        var begun = attempts.start(context, code);
        return Replies.created("/api/training/v1/attempts/" + begun.id(), begun, begun.state());
    }

    @GetMapping("/attempts/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<AttemptView> find(@PathVariable AttemptId id, Caller caller) {
        var attempt = queries.find(id, see(caller)).orElseThrow(() -> new AttemptProblem.Unknown(id));
        return Replies.ok(attempt, attempt.state());
    }

    /** The last answer to a question counts, so it does not matter what the caller saw before. */
    @PostMapping("/attempts/{id}/answers")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<AttemptView> save(
            @PathVariable AttemptId id, CommandContext context, @Valid @RequestBody AnswerRequest request) {
        var saved = attempts.save(context, id, request.toAnswers());
        return Replies.ok(saved, saved.state());
    }

    /** An attempt is handed in once, so there is nothing that the caller could have missed. */
    @PostMapping("/attempts/{id}/submit")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<AttemptView> submit(
            @PathVariable AttemptId id, CommandContext context, @Valid @RequestBody AnswerRequest request) {
        var submitted = attempts.submit(context, id, request.toAnswers());
        return Replies.ok(submitted, submitted.state());
    }

    @GetMapping("/attempt-sheets")
    @PreAuthorize("isAuthenticated()")
    Page<AttemptSheetView> list(
            @RequestParam(required = false) @Nullable CourseCode courseCode, Caller caller, Paging paging) {
        return queries.list(Optional.ofNullable(courseCode), see(caller), paging);
    }

    @GetMapping("/attempt-sheets/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<AttemptSheetView> sheet(@PathVariable AttemptSheetId id, Caller caller) {
        var sheet = queries.sheet(id, see(caller)).orElseThrow(() -> new AttemptProblem.UnknownSheet(id));
        return Replies.ok(sheet, sheet.state());
    }

    @PostMapping("/attempt-sheets/{id}/renew")
    @PreAuthorize("hasRole('HR')")
    ResponseEntity<AttemptSheetView> renew(@PathVariable AttemptSheetId id, CommandContext context, Caller caller) {
        var renewed = attempts.renew(context, see(caller), id);
        return Replies.ok(renewed, renewed.state());
    }

    private Scope see(Caller caller) {
        return access.see(caller.id(), caller.roles());
    }
}
