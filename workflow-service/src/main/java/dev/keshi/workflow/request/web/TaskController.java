package dev.keshi.workflow.request.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.Caller;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.engine.InstanceCommand;
import dev.keshi.workflow.engine.OpenTask;
import dev.keshi.workflow.engine.TaskId;
import dev.keshi.workflow.request.Request;
import dev.keshi.workflow.request.RequestQueries;
import dev.keshi.workflow.request.RequestService;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tasks: the work list of a person, and what the person does with it. A task's ETag is its own revision. */
@RestController
@RequestMapping("/api/workflow/v1/tasks")
class TaskController {

    private static final String MAY_ACT = "hasRole('EMPLOYEE')";
    private static final String STILL_OPEN = "Decided, and others still have to decide";
    private static final String CLOSED = "Decided, and the task is closed";
    private static final String UNKNOWN = "task-not-found";

    private final RequestService requests;
    private final RequestQueries queries;
    private final Viewing viewing;

    TaskController(RequestService requests, RequestQueries queries, Viewing viewing) {
        this.requests = requests;
        this.queries = queries;
        this.viewing = viewing;
    }

    /** The oldest request first. */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<ApprovalTaskView> workList(Caller caller, Paging paging) {
        var page = queries.waitingFor(Viewing.person(caller), paging);
        return new Page<>(viewing.items(page.items()), page.nextCursor());
    }

    /** Tasks for which nobody was found. */
    @GetMapping("/awaiting-administrator")
    @PreAuthorize("hasRole('ADMIN')")
    Page<ApprovalTaskView> awaitingAdministrator(Paging paging) {
        var page = queries.awaitingAdministrator(paging);
        return new Page<>(viewing.items(page.items()), page.nextCursor());
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<TaskView> find(@PathVariable String id, Caller caller) {
        var taskId = taskId(id);
        var request = viewing.require(taskId.instance(), caller, UNKNOWN).state();
        var task = open(request, taskId).orElseThrow(TaskController::unknown);
        return Replies.ok(task.revision(), viewing.task(request, task));
    }

    @PostMapping("/{id}/claim")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<TaskView> claim(@PathVariable String id, @RequiresIfMatch CommandContext context, Caller caller) {
        return act(id, context, caller, InstanceCommand.Claim::new);
    }

    @PostMapping("/{id}/release")
    @PreAuthorize(MAY_ACT)
    ResponseEntity<TaskView> release(@PathVariable String id, @RequiresIfMatch CommandContext context, Caller caller) {
        return act(id, context, caller, InstanceCommand.Release::new);
    }

    @PostMapping("/{id}/approve")
    @ApiResponse(responseCode = "200", description = STILL_OPEN, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", description = CLOSED, content = @Content)
    @PreAuthorize(MAY_ACT)
    ResponseEntity<TaskView> approve(
            @PathVariable String id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody(required = false) @Nullable RemarkRequest request) {
        return act(
                id,
                context,
                caller,
                (task, revision, by) -> new InstanceCommand.Approve(task, revision, by, RemarkRequest.of(request)));
    }

    @PostMapping("/{id}/reject")
    @ApiResponse(responseCode = "200", description = STILL_OPEN, useReturnTypeSchema = true)
    @ApiResponse(responseCode = "204", description = CLOSED, content = @Content)
    @PreAuthorize(MAY_ACT)
    ResponseEntity<TaskView> reject(
            @PathVariable String id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody(required = false) @Nullable RemarkRequest request) {
        return act(
                id,
                context,
                caller,
                (task, revision, by) -> new InstanceCommand.Reject(task, revision, by, RemarkRequest.of(request)));
    }

    /** Names the approver of a task for which nobody was found. */
    @PostMapping("/{id}/reassign")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<TaskView> reassign(
            @PathVariable String id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody ReassignRequest request) {
        return act(
                id,
                context,
                caller,
                (task, revision, by) -> new InstanceCommand.Reassign(
                        task, revision, by, new PersonId(request.assigneeId()), RemarkRequest.of(request.remark())));
    }

    /** A command on the task as the caller saw it. */
    private interface OnTask {
        InstanceCommand command(TaskId task, long revision, PersonId by);
    }

    /** 200 with the task while it is open, 204 when the decision closed it. */
    private ResponseEntity<TaskView> act(String id, CommandContext context, Caller caller, OnTask onTask) {
        var task = taskId(id);
        viewing.requireVisible(task.instance(), caller, UNKNOWN);
        var command = onTask.command(task, context.expectedVersion().orElseThrow(), Viewing.person(caller));
        var request = requests.handle(context, task.instance(), command).state();
        return open(request, task)
                .map(still -> Replies.ok(still.revision(), viewing.task(request, still)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private static Optional<OpenTask> open(Request request, TaskId id) {
        return request.state().tasks().stream()
                .filter(task -> task.id().equals(id))
                .findFirst();
    }

    private static TaskId taskId(String text) {
        return TaskId.parse(text).orElseThrow(TaskController::unknown);
    }

    private static RuntimeException unknown() {
        return Problem.notFound(UNKNOWN).toException();
    }
}
