package dev.keshi.workflow.request.web;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.Caller;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.deployment.DeploymentService;
import dev.keshi.workflow.engine.GivenWork;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.engine.OpenTask;
import dev.keshi.workflow.request.ApprovalTask;
import dev.keshi.workflow.request.Request;
import dev.keshi.workflow.request.RequestQueries;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the caller may see of requests, and the names of the people in what is shown. */
@Component
class Viewing {

    private static final Permission SEE_REQUESTS =
            new Permission("workflow.requests.see", Set.of("ADMIN", "AUDITOR", "HR"), true);

    private final RequestQueries queries;
    private final Access access;
    private final Directory directory;
    private final DeploymentService definitions;

    Viewing(RequestQueries queries, Access access, Directory directory, DeploymentService definitions) {
        this.queries = queries;
        this.access = access;
        this.directory = directory;
        this.definitions = definitions;
    }

    static PersonId person(Caller caller) {
        return new PersonId(caller.id());
    }

    Scope scope(Caller caller) {
        return access.scopeFor(caller.id(), caller.roles(), SEE_REQUESTS);
    }

    /** A request outside what the caller may see does not exist for the caller. */
    Versioned<Request> require(InstanceId id, Caller caller, String codeWhenAbsent) {
        return queries.find(id, person(caller), scope(caller))
                .orElseThrow(() -> Problem.notFound(codeWhenAbsent).toException());
    }

    /** The same before a command, which reads the request itself. */
    void requireVisible(InstanceId id, Caller caller, String codeWhenAbsent) {
        if (!queries.exists(id, person(caller), scope(caller))) {
            throw Problem.notFound(codeWhenAbsent).toException();
        }
    }

    RequestView view(Request request) {
        return views(List.of(request)).getFirst();
    }

    List<RequestView> views(List<Request> requests) {
        var names = names(requests.stream().flatMap(Viewing::people));
        return requests.stream()
                .map(request -> RequestView.of(request, of(request, names), english(request)))
                .toList();
    }

    List<ApprovalTaskView> items(List<ApprovalTask> items) {
        var names = names(
                items.stream().map(item -> item.request().state().initiator().value()));
        return items.stream()
                .map(item -> ApprovalTaskView.of(item, names, english(item.request())))
                .toList();
    }

    List<HistoryEntryView> entries(Request request, List<HistoryEntry> entries) {
        var names = names(
                entries.stream().map(HistoryEntry::by).filter(Objects::nonNull).map(PersonId::value));
        var english = english(request);
        return entries.stream()
                .map(entry -> HistoryEntryView.of(request, entry, names, english))
                .toList();
    }

    TaskView task(Request request, OpenTask task) {
        return TaskView.of(task, english(request));
    }

    private EnglishNames english(Request request) {
        return definitions.english(request.state().definition().id(), LocaleContextHolder.getLocale());
    }

    private Map<String, String> names(Stream<String> people) {
        Collection<String> ids = people.distinct().toList();
        return directory.names(ids);
    }

    private static Map<String, String> of(Request request, Map<String, String> names) {
        return people(request)
                .distinct()
                .filter(names::containsKey)
                .collect(java.util.stream.Collectors.toMap(id -> id, id -> Objects.requireNonNull(names.get(id))));
    }

    private static Stream<String> people(Request request) {
        return Stream.of(
                        Stream.of(request.state().initiator()),
                        request.state().tasks().stream().flatMap(task -> task.assignment().people().stream()),
                        request.state().work().stream().map(GivenWork::owner))
                .flatMap(people -> people)
                .map(PersonId::value);
    }
}
