package dev.keshi.workflow.workplan.web;

import dev.keshi.directory.Access;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.workflow.workplan.WorkPlanCommand;
import dev.keshi.workflow.workplan.WorkPlanHistoryView;
import dev.keshi.workflow.workplan.WorkPlanId;
import dev.keshi.workflow.workplan.WorkPlanProblem;
import dev.keshi.workflow.workplan.WorkPlanQueries;
import dev.keshi.workflow.workplan.WorkPlanService;
import dev.keshi.workflow.workplan.WorkPlanStatus;
import dev.keshi.workflow.workplan.WorkPlanSummaryView;
import dev.keshi.workflow.workplan.WorkPlanView;
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

/** Work plans: those who lead a department keep them, they, those who are named in one and AUDITOR see it. */
@RestController
@RequestMapping("/api/workflow/v1/work-plans")
class WorkPlanController {

    private static final String PATH = "/api/workflow/v1/work-plans/";
    private static final String MAY_ACT = "hasRole('EMPLOYEE')";
    private static final Permission SEE = new Permission("workflow.work-plans.see", Set.of("AUDITOR"), true);
    private static final Permission LEAD = new Permission("workflow.work-plans.lead", Set.of(), true);

    private final WorkPlanService plans;
    private final WorkPlanQueries queries;
    private final Access access;

    WorkPlanController(WorkPlanService plans, WorkPlanQueries queries, Access access) {
        this.plans = plans;
        this.queries = queries;
        this.access = access;
    }

    @PostMapping
    @PreAuthorize(MAY_ACT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WorkPlanView> draft(
            CommandContext context, Caller caller, @Valid @RequestBody WorkPlanRequests.DraftWorkPlan request) {
        var drafted = plans.draft(context, scope(caller, LEAD), request.toCommand());
        return Replies.createdShown(PATH + drafted.id(), drafted.revision(), drafted);
    }

    /** The newest first. */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<WorkPlanSummaryView> list(
            @RequestParam(defaultValue = "ACTIVE") WorkPlanStatus status,
            @RequestParam @Nullable String departmentId,
            Caller caller,
            Paging paging) {
        return queries.list(status, Optional.ofNullable(departmentId), scope(caller, SEE), paging);
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<WorkPlanView> find(@PathVariable WorkPlanId id, Caller caller) {
        var found = require(id, caller);
        return Replies.shown(found.revision(), found);
    }

    /** The latest first. */
    @GetMapping("/{id}/history")
    @PreAuthorize("isAuthenticated()")
    Page<WorkPlanHistoryView> history(@PathVariable WorkPlanId id, Caller caller, Paging paging) {
        return queries.history(id, scope(caller, SEE), paging).orElseThrow(() -> new WorkPlanProblem.Unknown(id));
    }

    @PostMapping("/{id}/revise")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkPlanView> revise(
            @PathVariable WorkPlanId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody WorkPlanRequests.ReviseWorkPlan request) {
        return handle(context, caller, request.toCommand(id));
    }

    @PostMapping("/{id}/activate")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkPlanView> activate(
            @PathVariable WorkPlanId id, @RequiresIfMatch CommandContext context, Caller caller) {
        return handle(context, caller, new WorkPlanCommand.Activate(id));
    }

    @PostMapping("/{id}/end")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkPlanView> end(
            @PathVariable WorkPlanId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody WorkPlanRequests.EndWorkPlan request) {
        return handle(context, caller, request.toCommand(id));
    }

    /** A plan that the caller does not see does not exist for the caller. */
    private ResponseEntity<WorkPlanView> handle(
            CommandContext context, Caller caller, WorkPlanCommand.OfExisting command) {
        var unused = require(command.id(), caller);
        var handled = plans.handle(context, scope(caller, LEAD), command);
        return Replies.shown(handled.revision(), handled);
    }

    private WorkPlanView require(WorkPlanId id, Caller caller) {
        return queries.find(id, scope(caller, SEE)).orElseThrow(() -> new WorkPlanProblem.Unknown(id));
    }

    private Scope scope(Caller caller, Permission permission) {
        return access.scopeFor(caller.id(), caller.roles(), permission);
    }
}
