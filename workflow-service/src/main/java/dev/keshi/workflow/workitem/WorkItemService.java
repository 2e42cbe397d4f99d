package dev.keshi.workflow.workitem;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.directory.Scope;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.request.RequestQueries;
import java.util.List;
import org.springframework.stereotype.Service;

/** The only door for what people do with work items. Each command is one compare-and-set of the item's document. */
@Service
public class WorkItemService {

    private final MongoWorkItems items;
    private final RequestQueries requests;
    private final Directory directory;
    private final Standings standings;
    private final EnterpriseTime time;
    private final Ids ids;

    WorkItemService(
            MongoWorkItems items,
            RequestQueries requests,
            Directory directory,
            Standings standings,
            EnterpriseTime time,
            Ids ids) {
        this.items = items;
        this.requests = requests;
        this.directory = directory;
        this.standings = standings;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Gives somebody work; the same command again, by its idempotency key, answers what it made the first time.
     *
     * @param led people to whom whoever assigns may give work, beside those who report to that person
     * @throws WorkItemProblem when a rule forbids it
     */
    public Versioned<WorkItem> assign(CommandContext context, Scope led, WorkItemCommand.Assign command) {
        var now = Moment.now(time);
        var owner = owner(command.by(), led, command.owner());
        WorkItem.requireDueDate(command.dueDate(), now);
        var decision = WorkItem.assign(
                new WorkItemId(ids.forCommand("work-item", context)),
                command.wording(),
                owner,
                command.by(),
                origin(command),
                command.dueDate(),
                command.priority(),
                now);
        return items.create(context, decision);
    }

    /**
     * @param led people whose work whoever commands may decide about, beside what that person assigned
     * @throws WorkItemProblem when a rule forbids it
     * @throws AggregateFailure as the aggregate store says
     */
    public Versioned<WorkItem> handle(CommandContext context, Scope led, WorkItemCommand.OfExisting command) {
        var now = Moment.now(time);
        return items.change(
                command.id(), context, item -> decide(item, led, command, now).then(after -> followed(after, now)));
    }

    private WorkItem.Decision decide(WorkItem item, Scope led, WorkItemCommand.OfExisting command, Moment now) {
        return switch (command) {
            case WorkItemCommand.Report(var _, var by, var remark) -> item.report(by, remark, now);
            case WorkItemCommand.Accept(var _, var by, var remark) -> item.accept(by, leads(led, item), remark, now);
            case WorkItemCommand.Return(var _, var by, var reason) ->
                item.returnForRework(by, leads(led, item), reason, now);
            case WorkItemCommand.Transfer(var _, var by, var to, var reason) ->
                item.transfer(by, leads(led, item), owner(by, led, to), reason, now);
            case WorkItemCommand.ChangeDueDate(var _, var by, var dueDate, var reason) ->
                item.changeDueDate(by, leads(led, item), dueDate, reason, now);
            case WorkItemCommand.Cancel(var _, var by, var reason) -> item.cancel(by, leads(led, item), reason, now);
        };
    }

    /** The leader who acts may be another one for the new owner, or since whoever left did so. */
    private WorkItem.Decision followed(WorkItem after, Moment now) {
        return after.leavers().nobody()
                ? new WorkItem.Decision(after, List.of())
                : standings.of(after).follow(after, now);
    }

    /** Whoever may not be given work by this person looks the same, known or not. */
    private Owner owner(PersonId by, Scope led, PersonId owner) {
        var person = directory
                .person(owner.value())
                .filter(known -> led.includes(known.id(), known.departmentId())
                        || by.value().equals(known.reportsTo()))
                .orElseThrow(() -> new WorkItemProblem.MayNotAssign(owner.value()));
        return employed(person);
    }

    static Owner employed(DirectoryPerson person) {
        if (!person.employed()) {
            throw new WorkItemProblem.OwnerLeft(person.id());
        }
        return new Owner(new PersonId(person.id()), person.departmentId());
    }

    private Origin origin(WorkItemCommand.Assign command) {
        return command.request()
                .map(request -> {
                    requireRequest(request, command.by());
                    return Origin.of(Origin.Kind.REQUEST, request);
                })
                .orElseGet(Origin::person);
    }

    /** Work is made of a request by who takes part in it: others would learn that it exists. */
    private void requireRequest(String request, PersonId by) {
        if (!requests.exists(new InstanceId(request), by, new Scope.Self(by.value()))) {
            throw new WorkItemProblem.NoSuchRequest(request);
        }
    }

    private static boolean leads(Scope led, WorkItem item) {
        return led.includes(item.owner().person().value(), item.owner().departmentId());
    }
}
