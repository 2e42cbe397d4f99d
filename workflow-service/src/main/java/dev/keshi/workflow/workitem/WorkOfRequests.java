package dev.keshi.workflow.workitem;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.definition.WorkPriority;
import dev.keshi.workflow.engine.GivenWork;
import dev.keshi.workflow.request.Request;
import dev.keshi.workflow.request.RequestQueries;
import dev.keshi.workflow.request.RequestService;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes work items of what requests gave by being approved. What is to be made stands in the request since the very write that ended it, and is
 * marked there until it is made. Who begins one again, because a replica died in between or another one looks too, makes nothing twice: the id of
 * each work item follows from request and work. Nobody assigned it, so nobody has to accept it.
 */
final class WorkOfRequests implements Swept {

    private static final CommandContext CONTEXT = CommandContext.of("system:workflow-service");
    private static final int AT_ONCE = 100;

    private final RequestQueries queries;
    private final RequestService requests;
    private final MongoWorkItems items;
    private final Directory directory;
    private final Standings standings;
    private final EnterpriseTime time;

    WorkOfRequests(
            RequestQueries queries,
            RequestService requests,
            MongoWorkItems items,
            Directory directory,
            Standings standings,
            EnterpriseTime time) {
        this.queries = queries;
        this.requests = requests;
        this.items = items;
        this.directory = directory;
        this.standings = standings;
        this.time = time;
    }

    @Override
    public String name() {
        return "work-of-requests";
    }

    @Override
    public String doPart(String after) {
        var giving = queries.givingWork(after, AT_ONCE);
        each(giving, Request::number, this::make);
        return giving.size() < AT_ONCE ? DONE : giving.getLast().state().id().value();
    }

    private void make(Request request) {
        makeItems(request);
        requests.workIsMade(request.state().id());
    }

    /** In one write; what is there is left as it is, whatever became of it. */
    private void makeItems(Request request) {
        var now = Moment.now(time);
        var work = request.state().work();
        var departments = directory.departmentsOf(
                work.stream().map(given -> given.owner().value()).toList());
        items.createMissing(
                CONTEXT,
                work.stream()
                        .map(given -> item(
                                request, given, departments.get(given.owner().value()), now))
                        .toList());
    }

    /** An owner who has left meanwhile is handled like every other one: the nearest leader above acts. */
    private WorkItem.Decision item(Request request, GivenWork work, @Nullable String departmentId, Moment now) {
        return WorkItem.assign(
                        new WorkItemId(request.workItemId(work)),
                        wording(request, work),
                        new Owner(work.owner(), departmentId),
                        null,
                        Origin.of(Origin.Kind.REQUEST, request.state().id().value()),
                        dueDate(request, work, now),
                        priority(work.priority()),
                        now)
                .then(item -> standings.of(item).follow(item, now));
    }

    /** The number is what people call the request by. */
    private static Wording wording(Request request, GivenWork work) {
        return new Wording("%s（%s）".formatted(work.name(), request.number()), Optional.empty());
    }

    /** From the day of the approval on; nobody could do it before it was made. */
    private LocalDate dueDate(Request request, GivenWork work, Moment now) {
        var approved = Moment.of(request.state().endedAt().orElseThrow(), time).day();
        var due = approved.plusDays(work.dueInDays());
        return due.isBefore(now.day()) ? now.day() : due;
    }

    private static Priority priority(WorkPriority said) {
        return switch (said) {
            case URGENT -> Priority.URGENT;
            case HIGH -> Priority.HIGH;
            case NORMAL -> Priority.NORMAL;
            case LOW -> Priority.LOW;
        };
    }
}
