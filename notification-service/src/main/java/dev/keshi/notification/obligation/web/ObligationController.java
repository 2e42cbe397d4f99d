package dev.keshi.notification.obligation.web;

import dev.keshi.notification.obligation.ObligationCounts;
import dev.keshi.notification.obligation.ObligationFilter;
import dev.keshi.notification.obligation.ObligationKind;
import dev.keshi.notification.obligation.ObligationQueries;
import dev.keshi.notification.obligation.ObligationView;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Languages;
import dev.keshi.service.security.Caller;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the caller has to do; there is no way to name another. */
@RestController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/api/notification/v1/obligations")
class ObligationController {

    private final ObligationQueries queries;

    ObligationController(ObligationQueries queries) {
        this.queries = queries;
    }

    /** By due date. */
    @GetMapping
    Page<ObligationView> list(
            Caller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable Set<@NotNull ObligationKind> kind,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        var filter = new ObligationFilter(kind == null ? Set.of() : kind, overdue);
        return queries.page(reader(caller), filter, paging, Languages.preferred(language));
    }

    @GetMapping("/count")
    ObligationCounts count(Caller caller) {
        return queries.count(reader(caller));
    }

    private static ObligationQueries.Reader reader(Caller caller) {
        return new ObligationQueries.Reader(caller.id(), caller.has("HR"));
    }
}
