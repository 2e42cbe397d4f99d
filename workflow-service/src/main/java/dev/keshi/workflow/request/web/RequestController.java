package dev.keshi.workflow.request.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.security.Caller;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.ProcessKey;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceCommand;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.engine.Remark;
import dev.keshi.workflow.request.RequestQueries;
import dev.keshi.workflow.request.RequestService;
import jakarta.validation.Valid;
import java.util.function.BiFunction;
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

/** Requests: employees submit them; who takes part, leads the initiator's department or audits sees them. */
@RestController
@RequestMapping("/api/workflow/v1/requests")
class RequestController {

    private static final String PATH = "/api/workflow/v1/requests/";
    private static final String UNKNOWN = "request-not-found";

    private final RequestService requests;
    private final RequestQueries queries;
    private final Viewing viewing;

    RequestController(RequestService requests, RequestQueries queries, Viewing viewing) {
        this.requests = requests;
        this.queries = queries;
        this.viewing = viewing;
    }

    @PostMapping
    @PreAuthorize("hasRole('EMPLOYEE')")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RequestView> submit(
            CommandContext context, Caller caller, @Valid @RequestBody SubmitRequest request) {
        var submitted =
                requests.submit(context, Viewing.person(caller), new ProcessKey(request.processKey()), request.form());
        return Replies.created(PATH + submitted.id(), submitted, viewing.view(submitted.state()));
    }

    /** @param of {@code me} for those the caller takes part in, {@code scope} for those the caller may see as a leader */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<RequestView> list(@RequestParam(defaultValue = "me") Listing of, Caller caller, Paging paging) {
        var page = switch (of) {
            case me -> queries.mine(Viewing.person(caller), paging);
            case scope -> queries.within(viewing.scope(caller), paging);
        };
        return new Page<>(
                viewing.views(page.items().stream().map(Versioned::state).toList()), page.nextCursor());
    }

    @GetMapping("/{id}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<RequestView> find(@PathVariable InstanceId id, Caller caller) {
        var found = viewing.require(id, caller, UNKNOWN);
        return Replies.ok(found, viewing.view(found.state()));
    }

    /** Oldest first. @param detailed also the movements inside the process */
    @GetMapping("/{id}/history")
    @PreAuthorize("isAuthenticated()")
    Page<HistoryEntryView> history(
            @PathVariable InstanceId id,
            @RequestParam(defaultValue = "false") boolean detailed,
            Caller caller,
            Paging paging) {
        var request = viewing.require(id, caller, UNKNOWN).state();
        long after = paging.after().map(Position::number).orElse(0L);
        var entries = queries.history(request, after, paging.limit() + 1);
        Page<HistoryEntry> page = paging.page(entries, entry -> Position.of(entry.sequence(), id.value()));
        return new Page<>(
                viewing.entries(
                        request,
                        page.items().stream()
                                .filter(entry -> detailed || HistoryEntryView.concernsPeople(entry))
                                .toList()),
                page.nextCursor());
    }

    @PostMapping("/{id}/withdraw")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RequestView> withdraw(
            @PathVariable InstanceId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody(required = false) @Nullable RemarkRequest request) {
        return handle(id, context, caller, request, InstanceCommand.Withdraw::new);
    }

    @PostMapping("/{id}/comments")
    @PreAuthorize("hasRole('EMPLOYEE')")
    ResponseEntity<RequestView> comment(
            @PathVariable InstanceId id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody RemarkRequest request) {
        return handle(id, context, caller, request, InstanceCommand.Comment::new);
    }

    @PostMapping("/{id}/terminate")
    @PreAuthorize("hasRole('ADMIN')")
    ResponseEntity<RequestView> terminate(
            @PathVariable InstanceId id,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody(required = false) @Nullable RemarkRequest request) {
        return handle(id, context, caller, request, InstanceCommand.Terminate::new);
    }

    private ResponseEntity<RequestView> handle(
            InstanceId id,
            CommandContext context,
            Caller caller,
            @Nullable RemarkRequest request,
            BiFunction<PersonId, Remark, InstanceCommand> command) {
        viewing.requireVisible(id, caller, UNKNOWN);
        var handled = requests.handle(context, id, command.apply(Viewing.person(caller), RemarkRequest.of(request)));
        return Replies.ok(handled, viewing.view(handled.state()));
    }

    /** Which requests to list, as it stands in the address. */
    enum Listing {
        me,
        scope
    }
}
