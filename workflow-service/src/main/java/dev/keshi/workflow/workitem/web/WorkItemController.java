package dev.keshi.workflow.workitem.web;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.Caller;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.WorkItem;
import dev.keshi.workflow.workitem.WorkItemCommand;
import dev.keshi.workflow.workitem.WorkItemId;
import dev.keshi.workflow.workitem.WorkItemQueries;
import dev.keshi.workflow.workitem.WorkItemService;
import dev.keshi.workflow.workitem.WorkItemStatus;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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

/**
 * Work items: leaders give work to their people and everybody to oneself; who has to do it, who assigned it, who leads the
 * owner's department or audits sees it.
 */
@RestController
@RequestMapping("/api/workflow/v1/work-items")
class WorkItemController {

    private static final String PATH = "/api/workflow/v1/work-items/";
    private static final String MAY_ACT = "hasRole('EMPLOYEE')";
    private static final Permission SEE = new Permission("workflow.work-items.see", Set.of("AUDITOR"), true);
    private static final Permission LEAD = new Permission("workflow.work-items.lead", Set.of(), true);

    private final WorkItemService items;
    private final WorkItemQueries queries;
    private final Access access;
    private final Directory directory;
    private final EnterpriseTime time;

    WorkItemController(
            WorkItemService items, WorkItemQueries queries, Access access, Directory directory, EnterpriseTime time) {
        this.items = items;
        this.queries = queries;
        this.access = access;
        this.directory = directory;
        this.time = time;
    }

    @PostMapping
    @PreAuthorize(MAY_ACT)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WorkItemView> assign(
            CommandContext context, Caller caller, @Valid @RequestBody WorkItemRequests.AssignWorkItem request) {
        var assigned = items.assign(context, scope(caller, LEAD), request.toCommand(person(caller)));
        return Replies.created(PATH + assigned.id(), assigned, view(assigned));
    }

    /**
     * Newest first.
     *
     * @param of {@code me} for what the caller has to do, {@code assigned} for what the caller has assigned, {@code scope} for
     *     that of people whom the caller leads
     */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<WorkItemView> list(
            @RequestParam(defaultValue = "me") Listing of,
            @RequestParam(defaultValue = "OPEN") WorkItemStatus.Kind status,
            Caller caller,
            Paging paging) {
        var page = switch (of) {
            case me -> queries.ownedBy(person(caller), status, paging);
            case assigned -> queries.assignedBy(person(caller), status, paging);
            case scope -> queries.within(scope(caller, SEE), status, paging);
        };
        return new Page<>(views(page.items(), false), page.nextCursor());
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<WorkItemView> find(@PathVariable WorkItemId id, Caller caller) {
        var found = require(id, caller);
        return Replies.ok(found, view(found));
    }

    @PostMapping("/{id}/report")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkItemView> report(
            @PathVariable WorkItemId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody(required = false) WorkItemRequests.@Nullable RemarkOnWork request) {
        return handle(
                context,
                caller,
                new WorkItemCommand.Report(id, person(caller), WorkItemRequests.RemarkOnWork.of(request)));
    }

    @PostMapping("/{id}/accept")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkItemView> accept(
            @PathVariable WorkItemId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody(required = false) WorkItemRequests.@Nullable RemarkOnWork request) {
        return handle(
                context,
                caller,
                new WorkItemCommand.Accept(id, person(caller), WorkItemRequests.RemarkOnWork.of(request)));
    }

    /** For rework. */
    @PostMapping("/{id}/return")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkItemView> returnForRework(
            @PathVariable WorkItemId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody WorkItemRequests.ReasonForWork request) {
        return handle(context, caller, new WorkItemCommand.Return(id, person(caller), request.reason()));
    }

    @PostMapping("/{id}/transfer")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkItemView> transfer(
            @PathVariable WorkItemId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody WorkItemRequests.TransferWorkItem request) {
        return handle(context, caller, request.toCommand(id, person(caller)));
    }

    @PostMapping("/{id}/change-due-date")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkItemView> changeDueDate(
            @PathVariable WorkItemId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody WorkItemRequests.ChangeDueDate request) {
        return handle(context, caller, request.toCommand(id, person(caller)));
    }

    @PostMapping("/{id}/cancel")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<WorkItemView> cancel(
            @PathVariable WorkItemId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody WorkItemRequests.ReasonForWork request) {
        return handle(context, caller, new WorkItemCommand.Cancel(id, person(caller), request.reason()));
    }

    /** A work item that the caller does not see does not exist for the caller. */
    private ResponseEntity<WorkItemView> handle(
            CommandContext context, Caller caller, WorkItemCommand.OfExisting command) {
        var unused = require(command.id(), caller);
        var handled = items.handle(context, scope(caller, LEAD), command);
        return Replies.ok(handled, view(handled));
    }

    private Versioned<WorkItem> require(WorkItemId id, Caller caller) {
        return queries.find(id, person(caller), scope(caller, SEE))
                .orElseThrow(() -> Problem.notFound("work-item-not-found").toException());
    }

    private Scope scope(Caller caller, Permission permission) {
        return access.scopeFor(caller.id(), caller.roles(), permission);
    }

    private WorkItemView view(Versioned<WorkItem> item) {
        return views(List.of(item), true).getFirst();
    }

    private List<WorkItemView> views(List<Versioned<WorkItem>> found, boolean detailed) {
        var names = directory.names(found.stream()
                .flatMap(item -> WorkItemView.people(item.state(), detailed))
                .collect(Collectors.toSet()));
        var today = time.today();
        return found.stream()
                .map(item -> WorkItemView.of(item, detailed, today, ofItem(item.state(), detailed, names)))
                .toList();
    }

    private static Map<String, String> ofItem(WorkItem item, boolean detailed, Map<String, String> names) {
        return WorkItemView.people(item, detailed)
                .filter(names::containsKey)
                .collect(Collectors.toMap(id -> id, id -> Objects.requireNonNull(names.get(id))));
    }

    private static PersonId person(Caller caller) {
        return new PersonId(caller.id());
    }

    /** Which work items to list, as it stands in the address. */
    enum Listing {
        me,
        assigned,
        scope
    }
}
