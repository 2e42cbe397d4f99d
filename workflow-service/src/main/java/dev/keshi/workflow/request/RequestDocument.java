package dev.keshi.workflow.request;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.engine.Assignment;
import dev.keshi.workflow.engine.GivenWork;
import dev.keshi.workflow.engine.InstanceState;
import dev.keshi.workflow.engine.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request in the store: what is searched for stands in fields of its own, the instance itself is JSON text.
 *
 * @param number what people call it, unique
 * @param departmentId where the initiator worked when asking; absent for somebody without a department
 * @param participants everybody who may see it by having taken part: initiator, those who were asked, those who decided, those who got work by it
 * @param tasks what is open, for work lists
 * @param givesWork true from its approval on until the work it gives is made; else absent
 * @param instance see {@link StateJson}
 */
record RequestDocument(
        String number,
        String processKey,
        String processName,
        String initiatorId,
        @Nullable String departmentId,
        String status,
        Instant startedAt,
        List<String> participants,
        List<Task> tasks,
        @Nullable Boolean givesWork,
        String instance) {

    RequestDocument {
        participants = List.copyOf(participants);
        tasks = List.copyOf(tasks);
    }

    /** @param people who can do something about it now */
    record Task(String id, List<String> people, boolean awaitsAdministrator) {
        Task {
            people = List.copyOf(people);
        }
    }

    static RequestDocument of(Request request, List<String> formerParticipants) {
        var state = request.state();
        return new RequestDocument(
                request.number(),
                state.definition().key().value(),
                state.definition().name(),
                state.initiator().value(),
                request.departmentId(),
                state.status().text(),
                state.startedAt(),
                participants(state, formerParticipants),
                state.tasks().stream().map(RequestDocument::task).toList(),
                state.work().isEmpty() ? null : true,
                StateJson.write(state));
    }

    RequestDocument withWorkMade() {
        return new RequestDocument(
                number,
                processKey,
                processName,
                initiatorId,
                departmentId,
                status,
                startedAt,
                participants,
                tasks,
                null,
                instance);
    }

    Request toRequest() {
        return new Request(number, departmentId, StateJson.readState(instance));
    }

    private static Task task(OpenTask task) {
        return new Task(
                task.id().value(),
                task.assignment().people().stream().map(PersonId::value).toList(),
                task.assignment() instanceof Assignment.AwaitingAdministrator);
    }

    private static List<String> participants(InstanceState state, List<String> former) {
        var now = Stream.of(
                        Stream.of(state.initiator()),
                        state.decidedBy().stream(),
                        state.work().stream().map(GivenWork::owner),
                        state.tasks().stream().flatMap(task -> task.assignment().people().stream()))
                .flatMap(people -> people)
                .map(PersonId::value);
        return Stream.concat(former.stream(), now).distinct().sorted().collect(Collectors.toList());
    }
}
