package dev.keshi.performance.cycle.web;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.cycle.CycleId;
import dev.keshi.performance.cycle.CycleProblem;
import dev.keshi.performance.cycle.CycleQueries;
import dev.keshi.performance.cycle.CycleService;
import dev.keshi.performance.cycle.CycleView;
import dev.keshi.performance.cycle.MissingRatingQueries;
import dev.keshi.performance.cycle.MissingRatingView;
import dev.keshi.performance.cycle.NamedRater;
import dev.keshi.performance.cycle.Reading;
import dev.keshi.performance.cycle.ReplayQueries;
import dev.keshi.performance.cycle.ReplayView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cycles: personnel run them, everybody may know their rules. What takes long answers 202 and is followed by reading the cycle. */
@RestController
@RequestMapping("/api/performance/v1/cycles")
class CycleController {

    private static final String MAY_RUN = "hasRole('HR')";
    private static final String PATH = "/api/performance/v1/cycles/";

    private final CycleService cycles;
    private final CycleQueries queries;
    private final ReplayQueries replay;
    private final MissingRatingQueries missing;

    CycleController(CycleService cycles, CycleQueries queries, ReplayQueries replay, MissingRatingQueries missing) {
        this.cycles = cycles;
        this.queries = queries;
        this.replay = replay;
        this.missing = missing;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<CycleView> list(Caller caller, Paging paging) {
        return queries.list(paging, seesWho(caller));
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<CycleView> find(@PathVariable CycleId id, Caller caller) {
        var cycle = queries.find(id, seesWho(caller)).orElseThrow(() -> new CycleProblem.UnknownCycle(id));
        return Replies.ok(cycle, cycle.state());
    }

    /** What totals and grades would be by other rules, beside what they are; until they are published. */
    @GetMapping("/{id}/replay")
    @PreAuthorize(MAY_RUN)
    Page<ReplayView> replay(
            @PathVariable CycleId id,
            @Valid @ModelAttribute @ParameterObject CycleRequests.ReplayRules rules,
            Caller caller,
            Paging paging) {
        return replay.replay(id, rules.toRules(), new Reading(caller.id(), new Scope.All(), true), paging);
    }

    /** Of superiors, without whose ratings nothing is published, or of the people themselves; of peers nobody is told. */
    @GetMapping("/{id}/missing-ratings")
    @PreAuthorize("hasAnyRole('HR', 'AUDITOR')")
    Page<MissingRatingView> missingRatings(
            @PathVariable CycleId id, @RequestParam(defaultValue = "SUPERIOR") NamedRater kind, Paging paging) {
        return missing.of(id, kind, paging).orElseThrow(() -> new CycleProblem.UnknownCycle(id));
    }

    @PostMapping
    @PreAuthorize(MAY_RUN)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CycleView> plan(CommandContext context, @Valid @RequestBody CycleRequests.PlanCycle request) {
        var planned = cycles.plan(context, request.toPlan());
        return Replies.created(PATH + planned.id(), planned, planned.state());
    }

    @PostMapping("/{id}/open")
    @PreAuthorize(MAY_RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<CycleView> open(@PathVariable CycleId id, @RequiresIfMatch CommandContext context) {
        var opening = cycles.open(context, id);
        return Replies.accepted(PATH + opening.id(), opening.state());
    }

    @PostMapping("/{id}/close-rating")
    @PreAuthorize(MAY_RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<CycleView> closeRating(@PathVariable CycleId id, @RequiresIfMatch CommandContext context) {
        var scoring = cycles.closeRating(context, id);
        return Replies.accepted(PATH + scoring.id(), scoring.state());
    }

    @PostMapping("/{id}/publish")
    @PreAuthorize(MAY_RUN)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<CycleView> publish(@PathVariable CycleId id, @RequiresIfMatch CommandContext context) {
        var publishing = cycles.publish(context, id);
        return Replies.accepted(PATH + publishing.id(), publishing.state());
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize(MAY_RUN)
    ResponseEntity<CycleView> cancel(
            @PathVariable CycleId id,
            @RequiresIfMatch CommandContext context,
            @Valid @RequestBody CycleRequests.CancelCycle request) {
        var cancelled = cycles.cancel(context, id, request.reason());
        return Replies.ok(cancelled, cancelled.state());
    }

    private static boolean seesWho(Caller caller) {
        return caller.has("HR") || caller.has("AUDITOR");
    }
}
