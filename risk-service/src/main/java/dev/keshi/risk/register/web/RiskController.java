package dev.keshi.risk.register.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.risk.matrix.MatrixQueries;
import dev.keshi.risk.matrix.MatrixView;
import dev.keshi.risk.matrix.RiskLevel;
import dev.keshi.risk.register.RiskAccess;
import dev.keshi.risk.register.RiskCommand;
import dev.keshi.risk.register.RiskId;
import dev.keshi.risk.register.RiskKind;
import dev.keshi.risk.register.RiskProblem;
import dev.keshi.risk.register.RiskQueries;
import dev.keshi.risk.register.RiskReader;
import dev.keshi.risk.register.RiskService;
import dev.keshi.risk.register.RiskView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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

/** Risks: those one owns, has a measure in, or leads the department of; auditors and administrators read all. */
@RestController
@RequestMapping("/api/risk/v1/risks")
class RiskController {

    private static final String PATH = "/api/risk/v1/risks/";
    private static final int ID = 64;

    private final RiskService risks;
    private final RiskQueries queries;
    private final RiskAccess access;
    private final MatrixQueries matrices;

    RiskController(RiskService risks, RiskQueries queries, RiskAccess access, MatrixQueries matrices) {
        this.risks = risks;
        this.queries = queries;
        this.access = access;
        this.matrices = matrices;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<RiskView> list(
            @RequestParam @Nullable RiskKind kind,
            @RequestParam @Nullable @Pattern(regexp = RiskLevel.SHAPE) String level,
            @RequestParam @Nullable @Size(max = ID) String departmentId,
            @RequestParam @Nullable @Size(max = ID) String roundId,
            Caller caller,
            Paging paging) {
        if (level != null) {
            requireLevel(level);
        }
        var wanted = new RiskQueries.Wanted(
                Optional.ofNullable(kind),
                Optional.ofNullable(level),
                Optional.ofNullable(departmentId),
                Optional.ofNullable(roundId));
        return queries.list(wanted, reader(caller), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<RiskView> find(@PathVariable RiskId id, Caller caller) {
        var risk = queries.find(id, reader(caller)).orElseThrow(() -> new RiskProblem.Unknown(id));
        return Replies.ok(risk, risk.state());
    }

    @PostMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RiskView> register(
            CommandContext context, Caller caller, @Valid @RequestBody RiskRequests.RegisterRisk request) {
        var registered = risks.register(context, reader(caller), request.toCommand(caller.id()));
        return Replies.created(PATH + registered.id(), registered, registered.state());
    }

    @PostMapping("/{id}/describe")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> describe(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.DescribeRisk request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/hand-over")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> handOver(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.NameOwner request) {
        return handle(context, caller, new RiskCommand.HandOver(id, request.ownerId()));
    }

    @PostMapping("/{id}/assess")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> assess(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.AssessRisk request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/respond")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> respond(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.RespondToRisk request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/measures")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> planMeasure(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.PlanMeasure request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/measures/{measureId}/reassign")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> reassignMeasure(
            @PathVariable RiskId id,
            @PathVariable @Size(max = ID) String measureId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.NameOwner request) {
        return handle(context, caller, new RiskCommand.ReassignMeasure(id, measureId, request.ownerId()));
    }

    @PostMapping("/{id}/measures/{measureId}/complete")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> completeMeasure(
            @PathVariable RiskId id,
            @PathVariable @Size(max = ID) String measureId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.CompleteMeasure request) {
        return handle(context, caller, request.toCommand(id, measureId));
    }

    @PostMapping("/{id}/measures/{measureId}/cancel")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> cancelMeasure(
            @PathVariable RiskId id,
            @PathVariable @Size(max = ID) String measureId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.GiveReason request) {
        return handle(context, caller, new RiskCommand.CancelMeasure(id, measureId, request.reason()));
    }

    @PostMapping("/{id}/verify")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> verify(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.VerifyRisk request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/close")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RiskView> close(
            @PathVariable RiskId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody RiskRequests.GiveReason request) {
        return handle(context, caller, new RiskCommand.Close(id, request.reason()));
    }

    private ResponseEntity<RiskView> handle(CommandContext context, Caller caller, RiskCommand.OfExisting command) {
        var changed = risks.handle(context, reader(caller), command);
        return Replies.ok(changed, changed.state());
    }

    private void requireLevel(String level) {
        if (!matrices.hasLevel(level)) {
            var known = matrices.current().state().levels().stream()
                    .map(MatrixView.Level::code)
                    .toList();
            throw CommonProblem.invalidRequest(List.of(
                            Finding.ofParameter("level", "invalid-value").allowing(known)))
                    .toException();
        }
    }

    private RiskReader reader(Caller caller) {
        return access.reader(caller.id(), caller.roles());
    }
}
