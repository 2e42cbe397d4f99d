package dev.keshi.reporting.replay.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.reporting.replay.ReplayProblem;
import dev.keshi.reporting.replay.ReplayQueries;
import dev.keshi.reporting.replay.ReplayService;
import dev.keshi.reporting.replay.ReplayView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import java.util.Optional;
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

/** Replays into topics of callers. An integration sees its own, an administrator all. */
@RestController
@RequestMapping(ReplayController.PATH)
@PreAuthorize("hasRole('ADMIN') or (hasRole('INTEGRATION') and hasAuthority('SCOPE_keshi'))")
class ReplayController {

    static final String PATH = "/api/reporting/v1/replays";

    private final ReplayService replays;
    private final ReplayQueries queries;

    ReplayController(ReplayService replays, ReplayQueries queries) {
        this.replays = replays;
        this.queries = queries;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ReplayView> open(CommandContext context, @Valid @RequestBody OpenReplayRequest request) {
        var opened = replays.open(context, request.toOrder());
        return Replies.accepted(PATH + "/" + opened.id(), opened);
    }

    @GetMapping
    Page<ReplayView> list(Caller caller, Paging paging) {
        return queries.page(visibleTo(caller), paging);
    }

    @GetMapping("/{id}")
    ResponseEntity<ReplayView> find(@PathVariable String id, Caller caller) {
        var found = require(id, caller);
        return Replies.ok(found, found.state());
    }

    /** What was sent stays where it is. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<ReplayView> cancel(@PathVariable String id, Caller caller, @RequiresIfMatch CommandContext context) {
        require(id, caller);
        var cancelled = replays.cancel(context, id);
        return Replies.ok(cancelled, cancelled.state());
    }

    private Versioned<ReplayView> require(String id, Caller caller) {
        return queries.one(visibleTo(caller), id).orElseThrow(() -> new ReplayProblem.Unknown(id));
    }

    private static Optional<String> visibleTo(Caller caller) {
        return caller.has("ADMIN") ? Optional.empty() : Optional.of(caller.id());
    }
}
