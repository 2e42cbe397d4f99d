package dev.keshi.reporting.figure.web;

import dev.keshi.directory.Scope;
import dev.keshi.reporting.figure.Figure;
import dev.keshi.reporting.figure.FigureAccess;
import dev.keshi.reporting.figure.FigureEventView;
import dev.keshi.reporting.figure.FigureQueries;
import dev.keshi.reporting.figure.FiguresView;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import jakarta.validation.constraints.Pattern;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures and the events behind them, of departments and people in the caller's scope. */
@RestController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/api/reporting/v1")
class FigureController {

    /** Of the enterprise's calendar: {@code 2026-11}. */
    private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

    private final FigureQueries queries;
    private final FigureAccess access;

    FigureController(FigureQueries queries, FigureAccess access) {
        this.queries = queries;
        this.access = access;
    }

    @GetMapping("/departments/{id}/figures")
    FiguresView ofDepartment(
            Caller caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam @Nullable @Pattern(regexp = MONTH) String from,
            @RequestParam @Nullable @Pattern(regexp = MONTH) String to) {
        return queries.ofDepartment(scope(caller), id, below, month(from), month(to));
    }

    @GetMapping("/departments/{id}/figures/events")
    Page<FigureEventView> eventsOfDepartment(
            Caller caller,
            @PathVariable String id,
            @RequestParam Figure figure,
            @RequestParam(defaultValue = "false") boolean below,
            @RequestParam @Nullable @Pattern(regexp = MONTH) String month,
            Paging paging) {
        return queries.eventsOfDepartment(scope(caller), id, below, figure, month(month), paging);
    }

    @GetMapping("/people/{id}/figures")
    FiguresView ofPerson(
            Caller caller,
            @PathVariable String id,
            @RequestParam @Nullable @Pattern(regexp = MONTH) String from,
            @RequestParam @Nullable @Pattern(regexp = MONTH) String to) {
        return queries.ofPerson(scope(caller), id, month(from), month(to));
    }

    @GetMapping("/people/{id}/figures/events")
    Page<FigureEventView> eventsOfPerson(
            Caller caller,
            @PathVariable String id,
            @RequestParam Figure figure,
            @RequestParam @Nullable @Pattern(regexp = MONTH) String month,
            Paging paging) {
        return queries.eventsOfPerson(scope(caller), id, figure, month(month), paging);
    }

    private static Optional<YearMonth> month(@Nullable String given) {
        return Optional.ofNullable(given).map(YearMonth::parse);
    }

    private Scope scope(Caller caller) {
        return access.scopeOf(caller.id(), caller.roles());
    }
}
