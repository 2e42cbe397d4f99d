package dev.keshi.workflow.worklist.web;

import dev.keshi.directory.Directory;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.security.Caller;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.deployment.DeploymentService;
import dev.keshi.workflow.request.Request;
import dev.keshi.workflow.worklist.WorkListEntry;
import dev.keshi.workflow.worklist.WorkListQueries;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own work list; there is no way to name another. */
@RestController
@RequestMapping("/api/workflow/v1/work-list")
class WorkListController {

    private final WorkListQueries queries;
    private final Directory directory;
    private final DeploymentService definitions;

    WorkListController(WorkListQueries queries, Directory directory, DeploymentService definitions) {
        this.queries = queries;
        this.directory = directory;
        this.definitions = definitions;
    }

    /** The most pressing first. */
    @GetMapping
    @PreAuthorize("isAuthenticated()")
    Page<WorkListEntryView> list(Caller caller, Paging paging) {
        var page = queries.of(new PersonId(caller.id()), paging);
        return new Page<>(views(page.items()), page.nextCursor());
    }

    private List<WorkListEntryView> views(List<WorkListEntry> entries) {
        var people = entries.stream()
                .flatMap(entry -> WorkListEntryView.people(entry).stream())
                .collect(Collectors.toSet());
        Map<String, String> names = directory.names(people);
        return entries.stream()
                .map(entry -> switch (entry) {
                    case WorkListEntry.Approval approval ->
                        WorkListEntryView.of(
                                approval, names, english(approval.task().request()));
                    case WorkListEntry.Work work -> WorkListEntryView.of(work, names);
                })
                .toList();
    }

    private EnglishNames english(Request request) {
        return definitions.english(request.state().definition().id(), LocaleContextHolder.getLocale());
    }
}
