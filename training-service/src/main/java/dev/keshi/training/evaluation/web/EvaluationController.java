package dev.keshi.training.evaluation.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.evaluation.EvaluationAccess;
import dev.keshi.training.evaluation.EvaluationProblem;
import dev.keshi.training.evaluation.EvaluationQueries;
import dev.keshi.training.evaluation.EvaluationService;
import dev.keshi.training.evaluation.EvaluationView;
import dev.keshi.training.evaluation.FollowUpId;
import dev.keshi.training.evaluation.FollowUpView;
import dev.keshi.training.evaluation.ReactionView;
import dev.keshi.training.session.SessionId;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Evaluations: people say what they were asked, those who lead see what courses brought. */
@RestController
@RequestMapping("/api/training/v1")
class EvaluationController {

    private final EvaluationService evaluations;
    private final EvaluationQueries queries;
    private final EvaluationAccess access;

    EvaluationController(EvaluationService evaluations, EvaluationQueries queries, EvaluationAccess access) {
        this.evaluations = evaluations;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping("/courses/{code}/evaluation")
    @PreAuthorize("isAuthenticated()")
    EvaluationView course(@PathVariable CourseCode code, Caller caller) {
        return queries.course(code, caller.id(), access.see(caller.id(), caller.roles()));
    }

    @GetMapping("/sessions/{id}/reactions")
    @PreAuthorize("isAuthenticated()")
    ReactionView session(@PathVariable SessionId id, Caller caller) {
        return queries.session(id, caller.id(), access.see(caller.id(), caller.roles()))
                .orElseThrow(EvaluationProblem.TooFewAnswers::new);
    }

    @GetMapping("/reactions")
    @PreAuthorize("isAuthenticated()")
    Page<FollowUpView> reactions(Caller caller, Paging paging) {
        return queries.reactionsOf(caller.id(), paging);
    }

    @PostMapping("/reactions/{id}")
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> react(
            @PathVariable FollowUpId id, CommandContext context, @Valid @RequestBody EvaluationRequests.React request) {
        evaluations.react(context.forAnyVersion(), id, request.toReaction());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/behaviour-ratings")
    @PreAuthorize("isAuthenticated()")
    Page<FollowUpView> ratings(Caller caller, Paging paging) {
        return queries.ratingsOf(caller.id(), paging);
    }

    @PostMapping("/behaviour-ratings/{id}")
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> rate(
            @PathVariable FollowUpId id, CommandContext context, @Valid @RequestBody EvaluationRequests.Rate request) {
        evaluations.rate(context.forAnyVersion(), id, request.points(), request.note());
        return ResponseEntity.noContent().build();
    }
}
