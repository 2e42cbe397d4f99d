package dev.keshi.reporting.archive.web;

import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.archive.Discretion;
import dev.keshi.reporting.archive.EventOrder;
import dev.keshi.reporting.archive.EventView;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Looks events up. */
@RestController
@ArchiveReaders
@RequestMapping("/api/reporting/v1/events")
class ArchiveController {

    private final ArchiveQueries archive;
    private final Discretion discretion;

    ArchiveController(ArchiveQueries archive, Discretion discretion) {
        this.archive = archive;
        this.discretion = discretion;
    }

    @GetMapping
    Page<EventView> list(
            @Valid @ModelAttribute @ParameterObject EventCriteria criteria,
            @RequestParam(defaultValue = "NEWEST") EventOrder sort,
            Caller caller,
            Paging paging) {
        var page = archive.page(criteria.toFilter(), criteria.in(sort), paging);
        return new Page<>(
                page.items().stream()
                        .map(event -> discretion.shown(event, caller.roles()))
                        .toList(),
                page.nextCursor());
    }

    @GetMapping("/{id}")
    EventView one(@PathVariable String id, Caller caller) {
        return archive.one(id)
                .map(event -> discretion.shown(event, caller.roles()))
                .orElseThrow(() -> CommonProblem.notFound().toException());
    }
}
