package dev.keshi.reporting.archive.web;

import dev.keshi.reporting.archive.ArchiveQueries;
import dev.keshi.reporting.archive.EventOrder;
import dev.keshi.reporting.archive.EventView;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.problem.CommonProblem;
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

    ArchiveController(ArchiveQueries archive) {
        this.archive = archive;
    }

    @GetMapping
    Page<EventView> list(
            @Valid @ModelAttribute @ParameterObject EventCriteria criteria,
            @RequestParam(defaultValue = "NEWEST") EventOrder sort,
            Paging paging) {
        return archive.page(criteria.toFilter(), criteria.in(sort), paging);
    }

    @GetMapping("/{id}")
    EventView one(@PathVariable String id) {
        return archive.one(id).orElseThrow(() -> CommonProblem.notFound().toException());
    }
}
