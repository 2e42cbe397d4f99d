package dev.keshi.performance.cycle.web;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.AppraisalId;
import dev.keshi.performance.cycle.AppraisalQueries;
import dev.keshi.performance.cycle.AppraisalService;
import dev.keshi.performance.cycle.AppraisalView;
import dev.keshi.performance.cycle.CycleId;
import dev.keshi.performance.cycle.CycleProblem;
import dev.keshi.performance.cycle.ExplanationView;
import dev.keshi.performance.cycle.Reading;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.Set;
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

/** Appraisals: the own one, those of whom one is the superior or leads, and, for personnel and auditors, all. */
@RestController
@RequestMapping("/api/performance/v1/appraisals")
class AppraisalController {

    private static final Permission SEE_APPRAISALS =
            new Permission("performance.appraisals.see", Set.of("AUDITOR", "HR"), true);
    private static final String PERSONNEL = "HR";

    private final AppraisalService appraisals;
    private final AppraisalQueries queries;
    private final Access access;

    AppraisalController(AppraisalService appraisals, AppraisalQueries queries, Access access) {
        this.appraisals = appraisals;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<AppraisalView> list(@RequestParam @Nullable CycleId cycleId, Caller caller, Paging paging) {
        return queries.list(Optional.ofNullable(cycleId), reading(caller), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<AppraisalView> find(@PathVariable AppraisalId id, Caller caller) {
        var appraisal = require(id, caller);
        return Replies.ok(appraisal, appraisal.state());
    }

    /** Down to each rating and event that may be shown. */
    @GetMapping("/{id}/explanation")
    @PreAuthorize("isAuthenticated()")
    ExplanationView explanation(@PathVariable AppraisalId id, Caller caller) {
        return queries.explanation(id, reading(caller))
                .orElseThrow(() -> Problem.notFound("explanation-not-found").toException());
    }

    @PostMapping("/{id}/peers")
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> namePeers(
            @PathVariable AppraisalId id, Caller caller, @Valid @RequestBody CycleRequests.NamePeers request) {
        var unused = require(id, caller);
        appraisals.namePeers(id, caller.id(), caller.has(PERSONNEL), request.personIds());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/waive-superior")
    @PreAuthorize("hasRole('HR')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> waiveSuperior(
            @PathVariable AppraisalId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody CycleRequests.WaiveRating request) {
        var unused = require(id, caller);
        appraisals.waiveSuperior(context, id, caller.id(), request.reason());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/calibrate")
    @PreAuthorize("hasRole('HR')")
    ResponseEntity<AppraisalView> calibrate(
            @PathVariable AppraisalId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody CycleRequests.CalibrateGrade request) {
        var unused = require(id, caller);
        appraisals.calibrate(context, id, request.grade(), request.reason());
        return find(id, caller);
    }

    /** What was said is kept with the appraisal, for those who see what came out; no event holds it. */
    @PostMapping("/{id}/interview")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<AppraisalView> interview(
            @PathVariable AppraisalId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody CycleRequests.HoldInterview request) {
        var unused = require(id, caller);
        appraisals.interview(context, id, caller.id(), caller.has(PERSONNEL), request.toNotes());
        return find(id, caller);
    }

    @PostMapping("/{id}/sign")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<AppraisalView> sign(
            @PathVariable AppraisalId id, @RequiresIfMatch CommandContext context, Caller caller) {
        var unused = require(id, caller);
        appraisals.sign(context, id, caller.id(), caller.has(PERSONNEL));
        // Whom it waited for only until then may have nothing to see any more.
        return queries.find(id, reading(caller))
                .map(signed -> Replies.ok(signed, signed.state()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Versioned<AppraisalView> require(AppraisalId id, Caller caller) {
        return queries.find(id, reading(caller)).orElseThrow(() -> new CycleProblem.UnknownAppraisal(id));
    }

    private Reading reading(Caller caller) {
        return new Reading(
                caller.id(),
                access.scopeFor(caller.id(), caller.roles(), SEE_APPRAISALS),
                caller.has(PERSONNEL) || caller.has("AUDITOR"));
    }
}
