package dev.keshi.notification.inbox.web;

import dev.keshi.messaging.CommandContext;
import dev.keshi.notification.inbox.Category;
import dev.keshi.notification.inbox.InboxFilter;
import dev.keshi.notification.inbox.InboxQueries;
import dev.keshi.notification.inbox.InboxService;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.NotificationView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Languages;
import dev.keshi.service.security.Caller;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own inbox; there is no way to name another. */
@RestController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/api/notification/v1/inbox")
class InboxController {

    private final InboxQueries queries;
    private final InboxService inbox;

    InboxController(InboxQueries queries, InboxService inbox) {
        this.queries = queries;
        this.inbox = inbox;
    }

    /** Newest first. */
    @GetMapping
    Page<NotificationView> list(
            Caller caller,
            Paging paging,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(required = false) @Nullable Set<@NotNull Category> category,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        var filter = new InboxFilter(unread, waiting, category == null ? Set.of() : category);
        return queries.page(caller.id(), filter, paging, Languages.preferred(language));
    }

    record UnreadCount(long unread) {}

    @GetMapping("/unread-count")
    UnreadCount unreadCount(Caller caller) {
        return new UnreadCount(queries.unread(caller.id()));
    }

    @GetMapping("/{id}")
    ResponseEntity<NotificationView> one(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return queries.one(caller.id(), new NotificationId(id), Languages.preferred(language))
                .map(InboxController::withRevision)
                .orElseThrow(() -> CommonProblem.notFound().toException());
    }

    @PostMapping("/{id}/read")
    ResponseEntity<NotificationView> read(
            @PathVariable String id,
            @RequiresIfMatch CommandContext context,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return withRevision(inbox.read(new NotificationId(id), context, Languages.preferred(language)));
    }

    @PostMapping("/{id}/acknowledge")
    ResponseEntity<NotificationView> acknowledge(
            @PathVariable String id,
            @RequiresIfMatch CommandContext context,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return withRevision(inbox.acknowledge(new NotificationId(id), context, Languages.preferred(language)));
    }

    /** Reads some of those that are unread; the answer tells whether to ask again. */
    @PostMapping("/read-all")
    InboxService.ReadSome readAll(CommandContext context) {
        return inbox.readAll(context);
    }

    private static ResponseEntity<NotificationView> withRevision(NotificationView view) {
        return Replies.ok(view.revision(), view);
    }
}
