package dev.keshi.risk.indicator.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.risk.indicator.IndicatorCommand;
import dev.keshi.risk.indicator.IndicatorId;
import dev.keshi.risk.indicator.IndicatorProblem;
import dev.keshi.risk.indicator.IndicatorQueries;
import dev.keshi.risk.indicator.IndicatorService;
import dev.keshi.risk.indicator.IndicatorView;
import dev.keshi.risk.register.RiskAccess;
import dev.keshi.risk.register.RiskId;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
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

/** Risk indicators: owners and leaders keep them, programs may bring the figures. */
@RestController
@RequestMapping("/api/risk/v1/indicators")
class IndicatorController {

    private static final String PATH = "/api/risk/v1/indicators/";
    private static final String PROGRAM = "INTEGRATION";

    private final IndicatorService indicators;
    private final IndicatorQueries queries;
    private final RiskAccess access;

    IndicatorController(IndicatorService indicators, IndicatorQueries queries, RiskAccess access) {
        this.indicators = indicators;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<IndicatorView> list(@RequestParam @Nullable RiskId riskId, Caller caller, Paging paging) {
        return queries.list(Optional.ofNullable(riskId), reader(caller), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<IndicatorView> find(@PathVariable IndicatorId id, Caller caller) {
        var indicator = queries.find(id, reader(caller)).orElseThrow(() -> new IndicatorProblem.Unknown(id));
        return Replies.ok(indicator, indicator.state());
    }

    @PostMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IndicatorView> define(
            CommandContext context, Caller caller, @Valid @RequestBody IndicatorRequests.DefineIndicator request) {
        var defined = indicators.define(context, reader(caller), request.toCommand(caller.id()));
        return Replies.created(PATH + defined.id(), defined, defined.state());
    }

    @PostMapping("/{id}/revise")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<IndicatorView> revise(
            @PathVariable IndicatorId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody IndicatorRequests.ReviseIndicator request) {
        return handle(context, caller, request.toCommand(id));
    }

    /** A value is known by its period, so it matters neither what else has changed nor in which order values come. */
    @PostMapping("/{id}/report")
    @PreAuthorize("hasAnyRole('EMPLOYEE', 'INTEGRATION')")
    ResponseEntity<IndicatorView> report(
            @PathVariable IndicatorId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody IndicatorRequests.ReportValues request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/retire")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<IndicatorView> retire(
            @PathVariable IndicatorId id, @RequiresIfMatch CommandContext context, Caller caller) {
        return handle(context, caller, new IndicatorCommand.Retire(id));
    }

    private ResponseEntity<IndicatorView> handle(
            CommandContext context, Caller caller, IndicatorCommand.OfExisting command) {
        var changed = indicators.handle(context, reader(caller), caller.has(PROGRAM), command);
        return Replies.ok(changed, changed.state());
    }

    private RiskReader reader(Caller caller) {
        return access.reader(caller.id(), caller.roles());
    }
}
