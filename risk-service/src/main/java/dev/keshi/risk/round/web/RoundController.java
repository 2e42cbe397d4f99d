package dev.keshi.risk.round.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.risk.register.RiskAccess;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.risk.round.RoundAnswerView;
import dev.keshi.risk.round.RoundId;
import dev.keshi.risk.round.RoundProblem;
import dev.keshi.risk.round.RoundQueries;
import dev.keshi.risk.round.RoundService;
import dev.keshi.risk.round.RoundView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

/** Identification rounds: whoever leads a department opens one, whoever leads a department that is asked answers for it. */
@RestController
@RequestMapping("/api/risk/v1/rounds")
class RoundController {

    private static final String PATH = "/api/risk/v1/rounds/";
    private static final int ID = 64;

    private final RoundService rounds;
    private final RoundQueries queries;
    private final RiskAccess access;

    RoundController(RoundService rounds, RoundQueries queries, RiskAccess access) {
        this.rounds = rounds;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<RoundView> list(Paging paging) {
        return queries.list(paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<RoundView> find(@PathVariable RoundId id) {
        var round = queries.find(id).orElseThrow(() -> new RoundProblem.Unknown(id));
        return Replies.ok(round, round.state());
    }

    @GetMapping("/{id}/answers")
    @PreAuthorize("isAuthenticated()")
    Page<RoundAnswerView> answers(@PathVariable RoundId id, Caller caller, Paging paging) {
        return queries.answers(id, reader(caller), paging);
    }

    @PostMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RoundView> open(
            CommandContext context, Caller caller, @Valid @RequestBody RoundRequests.OpenRound request) {
        var opened = rounds.open(context, reader(caller), request.toCommand());
        return Replies.created(PATH + opened.id(), opened, opened.state());
    }

    /** A department answers once, so there is nothing that the caller could have missed. */
    @PostMapping("/{id}/answers/{departmentId}")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RoundAnswerView> answer(
            @PathVariable RoundId id,
            @PathVariable @Size(max = ID) String departmentId,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody RoundRequests.AnswerRound request) {
        var answered = rounds.answer(context, reader(caller), request.toCommand(id, departmentId));
        return Replies.ok(answered, answered.state());
    }

    private RiskReader reader(Caller caller) {
        return access.reader(caller.id(), caller.roles());
    }
}
