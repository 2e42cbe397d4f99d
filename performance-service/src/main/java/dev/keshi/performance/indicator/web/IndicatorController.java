package dev.keshi.performance.indicator.web;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.Permission;
import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.indicator.EvidenceView;
import dev.keshi.performance.indicator.FigureImportService;
import dev.keshi.performance.indicator.IndicatorCode;
import dev.keshi.performance.indicator.IndicatorProblem;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.indicator.IndicatorService;
import dev.keshi.performance.indicator.IndicatorView;
import dev.keshi.performance.indicator.SetAsideQueries;
import dev.keshi.performance.indicator.ValueView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.Problems;
import dev.keshi.service.security.Caller;
import dev.keshi.service.time.EnterpriseTime;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.Objects;
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

/** Indicators: everybody may know them; values are for oneself, those who lead the department, personnel and auditors. */
@RestController
@RequestMapping("/api/performance/v1/indicators")
class IndicatorController {

    private static final Permission SEE_VALUES =
            new Permission("performance.indicators.see", Set.of("AUDITOR", "HR"), true);
    private static final String MAY_CHANGE = "hasRole('HR')";
    private static final String PATH = "/api/performance/v1/indicators/";

    private final IndicatorService indicators;
    private final FigureImportService figures;
    private final IndicatorQueries queries;
    private final SetAsideQueries setAside;
    private final SetAsideWords words;
    private final Access access;
    private final Directory directory;
    private final EnterpriseTime time;

    IndicatorController(
            IndicatorService indicators,
            FigureImportService figures,
            IndicatorQueries queries,
            SetAsideQueries setAside,
            Problems problems,
            Access access,
            Directory directory,
            EnterpriseTime time) {
        this.indicators = indicators;
        this.figures = figures;
        this.queries = queries;
        this.setAside = setAside;
        this.words = new SetAsideWords(problems);
        this.access = access;
        this.directory = directory;
        this.time = time;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<IndicatorView> list(Paging paging) {
        return queries.list(paging);
    }

    @GetMapping("/{code}")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<IndicatorView> find(@PathVariable IndicatorCode code) {
        var indicator = queries.find(code).orElseThrow(() -> new IndicatorProblem.Unknown(code));
        return Replies.ok(indicator, indicator.state());
    }

    @PostMapping
    @PreAuthorize(MAY_CHANGE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IndicatorView> define(
            CommandContext context, @Valid @RequestBody IndicatorRequests.DefineIndicator request) {
        var defined = indicators.define(context, request.toDefinition());
        return Replies.created(PATH + defined.id(), defined, defined.state());
    }

    /** A CSV file in UTF-8 with a header: {@code personId,on,amount}, and {@code base} where the formula divides by one (RATIO, GROWTH, FORECAST_ACCURACY, COMPLEMENT). */
    @PostMapping(path = "/{code}/figures", consumes = "text/csv")
    @PreAuthorize(MAY_CHANGE)
    FigureImportService.Imported importFigures(
            @PathVariable IndicatorCode code, CommandContext context, @RequestBody byte[] csv) {
        return figures.importAll(context, code, csv);
    }

    /** In the period of the indicator around a day, today unless said. */
    @GetMapping("/{code}/value")
    @PreAuthorize("isAuthenticated()")
    ValueView value(
            @PathVariable IndicatorCode code,
            @RequestParam @Nullable String personId,
            @RequestParam @Nullable LocalDate on,
            Caller caller) {
        return queries.value(code, visible(personId, caller), day(on));
    }

    /** The events of a value, the latest day first. */
    @GetMapping("/{code}/evidence")
    @PreAuthorize("isAuthenticated()")
    Page<EvidenceView> evidence(
            @PathVariable IndicatorCode code,
            @RequestParam @Nullable String personId,
            @RequestParam @Nullable LocalDate on,
            Caller caller,
            Paging paging) {
        return queries.evidence(code, visible(personId, caller), day(on), paging);
    }

    /** What events say of the person on days after leaving, the latest day first; it counts in no value. */
    @GetMapping("/{code}/evidence/set-aside")
    @PreAuthorize("isAuthenticated()")
    Page<SetAsideView> setAside(
            @PathVariable IndicatorCode code,
            @RequestParam @Nullable String personId,
            @RequestParam @Nullable LocalDate on,
            Caller caller,
            Paging paging) {
        var page = setAside.of(code, visible(personId, caller), day(on), paging);
        return new Page<>(page.items().stream().map(words::view).toList(), page.nextCursor());
    }

    private LocalDate day(@Nullable LocalDate on) {
        return Objects.requireNonNullElseGet(on, time::today);
    }

    /** The caller unless somebody else is named whom the caller may see; for others there is nobody of that id. */
    private String visible(@Nullable String personId, Caller caller) {
        var wanted = Objects.requireNonNullElse(personId, caller.id());
        return directory
                .person(wanted, access.scopeFor(caller.id(), caller.roles(), SEE_VALUES))
                .orElseThrow(() -> Problem.notFound("person-not-found").toException())
                .id();
    }
}
