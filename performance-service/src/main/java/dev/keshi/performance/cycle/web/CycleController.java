package dev.keshi.performance.cycle.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.cycle.CycleId;
import dev.keshi.performance.cycle.CycleQueries;
import dev.keshi.performance.cycle.CycleService;
import dev.keshi.performance.cycle.CycleView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
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

/** Cycles: personnel run them, everybody may know their rules. What takes long answers 202 and is followed by reading the cycle. */
@RestController
@RequestMapping("/api/performance/v1/cycles")
class CycleController {

    private static final String MAY_RUN = "hasRole('HR')";
    private static final String PATH = "/api/performance/v1/cycles/";

    private final CycleService cycles;
    private final CycleQueries queries;

    CycleController(CycleService cycles, CycleQueries queries) {
        this.cycles = cycles;
        this.queries = queries;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<CycleView> list(Paging paging) {
        return queries.list(paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<CycleView> find(@PathVariable CycleId id) {
        var cycle = queries.find(id)
                .orElseThrow(() -> Problem.notFound("cycle-not-found").toException());
        return Replies.ok(cycle, cycle.state());
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
}
