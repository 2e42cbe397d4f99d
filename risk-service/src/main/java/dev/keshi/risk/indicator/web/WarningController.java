package dev.keshi.risk.indicator.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.risk.indicator.IndicatorProblem;
import dev.keshi.risk.indicator.WarningId;
import dev.keshi.risk.indicator.WarningQueries;
import dev.keshi.risk.indicator.WarningService;
import dev.keshi.risk.indicator.WarningStatus;
import dev.keshi.risk.indicator.WarningView;
import dev.keshi.risk.register.RiskAccess;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Early warnings: indicators raise them, verification closes them. */
@RestController
@RequestMapping("/api/risk/v1/warnings")
class WarningController {

    private final WarningService warnings;
    private final WarningQueries queries;
    private final RiskAccess access;

    WarningController(WarningService warnings, WarningQueries queries, RiskAccess access) {
        this.warnings = warnings;
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<WarningView> list(@RequestParam @Nullable WarningStatus status, Caller caller, Paging paging) {
        return queries.list(Optional.ofNullable(status), access.reader(caller.id(), caller.roles()), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<WarningView> find(@PathVariable WarningId id, Caller caller) {
        var warning = queries.find(id, access.reader(caller.id(), caller.roles()))
                .orElseThrow(() -> new IndicatorProblem.UnknownWarning(id));
        return Replies.ok(warning, warning.state());
    }

    @PostMapping("/{id}/acknowledge")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<WarningView> acknowledge(
            @PathVariable WarningId id, @RequiresIfMatch CommandContext context, Caller caller) {
        var acknowledged = warnings.acknowledge(context, access.reader(caller.id(), caller.roles()), id);
        return Replies.ok(acknowledged, acknowledged.state());
    }
}
