package dev.keshi.workflow.request;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.ProcessGraph;
import dev.keshi.workflow.definition.ProcessKey;
import dev.keshi.workflow.deployment.DeploymentService;
import dev.keshi.workflow.engine.InstanceCommand;
import dev.keshi.workflow.engine.InstanceId;
import dev.keshi.workflow.engine.InstanceState;
import dev.keshi.workflow.engine.ProcessEngine;
import dev.keshi.workflow.engine.StartInstance;
import dev.keshi.workflow.engine.Transition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The only door for what people do with requests. Each command is one compare-and-set of the instance's document; a lost
 * race is decided again on what stands then, so two who claim one task get one winner and one refusal.
 */
@Service
public class RequestService {

    /** From this many on, finished history leaves the instance's document. */
    private static final int MOST_ENTRIES_INSIDE = 100;

    private static final CommandContext WORK_IS_MADE = CommandContext.of("system:workflow-service");

    private final MongoRequests requests;
    private final DeploymentService definitions;
    private final ProcessEngine engine;
    private final Directory directory;
    private final EnterpriseTime time;
    private final Ids ids;

    RequestService(
            MongoRequests requests,
            DeploymentService definitions,
            ProcessEngine engine,
            Directory directory,
            EnterpriseTime time,
            Ids ids) {
        this.requests = requests;
        this.definitions = definitions;
        this.engine = engine;
        this.directory = directory;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Starts the newest version of a process. The number is taken when the request is submitted; a repeated command
     * answers the request it made the first time.
     *
     * @param form as JSON brought it
     * @throws UnknownProcess when nothing is deployed under the key
     * @throws dev.keshi.workflow.engine.WorkflowProblem when the form or the process refuses
     */
    public Versioned<Request> submit(
            CommandContext context, PersonId initiator, ProcessKey key, Map<String, ? extends @Nullable Object> form) {
        var definition = definitions.newest(key).orElseThrow(() -> new UnknownProcess(key));
        var id = new InstanceId(ids.forCommand("request", context));
        var known = repeated(id, context);
        if (known.isPresent()) {
            return known.get();
        }
        var start = new StartInstance(id, definition.ref(), initiator, form);
        var graph = definitions.graph(definition.id());
        var transition = engine.start(graph, start);
        var request = new Request(
                requests.nextNumber(time.today().getYear()),
                directory
                        .person(initiator.value())
                        .map(DirectoryPerson::departmentId)
                        .orElse(null),
                transition.state());
        return request(requests.create(id, context, change(graph, request, transition, List.of())));
    }

    /** @throws dev.keshi.workflow.engine.WorkflowProblem when the state or the person does not allow it */
    public Versioned<Request> handle(CommandContext context, InstanceId id, InstanceCommand command) {
        var stored = command instanceof InstanceCommand.OnTask ? context.forAnyVersion() : context;
        return request(requests.change(id, stored, before -> {
            var request = before.toRequest();
            var state = withHistoryMovedOut(request.state());
            var graph = definitions.graph(state.definition().id());
            var transition = engine.handle(graph, state, command);
            return change(graph, request.with(transition.state()), transition, before.participants());
        }));
    }

    /**
     * The work that it gave by being approved is there; to say so again changes nothing.
     *
     * @throws dev.keshi.messaging.AggregateFailure as the aggregate store says
     */
    public void workIsMade(InstanceId id) {
        var unused = requests.change(id, WORK_IS_MADE, document -> new Change<>(document.withWorkMade(), List.of()));
    }

    private Optional<Versioned<Request>> repeated(InstanceId id, CommandContext context) {
        return context.key().flatMap(_ -> requests.find(id)).map(RequestService::request);
    }

    /**
     * Copies committed entries out before the command that drops them from the document. What is copied is final, so it does
     * not matter whether that command then happens, or is decided again.
     */
    private InstanceState withHistoryMovedOut(InstanceState state) {
        var entries = state.history();
        if (entries.size() < MOST_ENTRIES_INSIDE) {
            return state;
        }
        requests.moveOut(state.id(), entries);
        return state.withHistoryMovedUpTo(entries.getLast().sequence());
    }

    private Change<RequestDocument> change(
            ProcessGraph graph, Request after, Transition transition, List<String> former) {
        var document = RequestDocument.of(after, former);
        var entries = transition.entries();
        var departments = directory.departmentsOf(RequestEvents.act(entries));
        return new Change<>(
                document, RequestEvents.of(after, entries, document.participants(), graph.english(), departments));
    }

    private static Versioned<Request> request(Versioned<RequestDocument> stored) {
        return new Versioned<>(stored.id(), stored.version(), stored.state().toRequest());
    }

    /** Nothing is deployed under the key. */
    public static final class UnknownProcess extends RuntimeException {

        private final transient ProcessKey key;

        UnknownProcess(ProcessKey key) {
            super("no process " + key);
            this.key = key;
        }

        public ProcessKey key() {
            return key;
        }
    }
}
