package dev.keshi.training.record.web;

import dev.keshi.directory.Scope;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.training.record.LearnedHoursView;
import dev.keshi.training.record.LearningAccess;
import dev.keshi.training.record.LearningEntryView;
import dev.keshi.training.record.LearningProblem;
import dev.keshi.training.record.LearningQueries;
import dev.keshi.training.record.LearningRecordView;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people have learned: everybody sees the own record, leaders those of their people. */
@RestController
@RequestMapping("/api/training/v1/records")
class LearningRecordController {

    private static final int ID = 64;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final LearningQueries queries;
    private final LearningAccess access;

    LearningRecordController(LearningQueries queries, LearningAccess access) {
        this.queries = queries;
        this.access = access;
    }

    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<LearnedHoursView> hours(
            @RequestParam @Min(FIRST_YEAR) @Max(LAST_YEAR) int year, Caller caller, Paging paging) {
        return queries.hours(year, scope(caller), paging);
    }

    @GetMapping("/{personId}")
    @PreAuthorize("isAuthenticated()")
    LearningRecordView find(@PathVariable @Size(max = ID) String personId, Caller caller) {
        return queries.record(personId, scope(caller)).orElseThrow(() -> new LearningProblem.Unknown(personId));
    }

    @GetMapping("/{personId}/entries")
    @PreAuthorize("isAuthenticated()")
    Page<LearningEntryView> entries(@PathVariable @Size(max = ID) String personId, Caller caller, Paging paging) {
        return queries.entries(personId, scope(caller), paging)
                .orElseThrow(() -> new LearningProblem.Unknown(personId));
    }

    private Scope scope(Caller caller) {
        return access.scope(caller.id(), caller.roles());
    }
}
