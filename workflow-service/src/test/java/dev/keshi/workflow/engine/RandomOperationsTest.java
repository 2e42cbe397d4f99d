package dev.keshi.workflow.engine;

import static dev.keshi.workflow.approver.Organisation.person;
import static dev.keshi.workflow.definition.ProcessXml.end;
import static dev.keshi.workflow.definition.ProcessXml.flow;
import static dev.keshi.workflow.definition.ProcessXml.process;
import static dev.keshi.workflow.definition.ProcessXml.start;
import static dev.keshi.workflow.definition.ProcessXml.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.workflow.approver.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever people do in whatever order, an instance keeps its promises. */
class RandomOperationsTest {

    private static final List<String> PEOPLE =
            List.of("wang", "li", "sun", "zhao", "hr1", "hr2", "chen", "wu", "admin");

    /** One attempt: what is done, to which of the tasks that ever were, by whom, and as seen when. */
    record Attempt(Kind kind, int task, int person, boolean stale) {}

    enum Kind {
        CLAIM,
        RELEASE,
        APPROVE,
        REJECT,
        REASSIGN,
        WITHDRAW,
        COMMENT,
        TERMINATE,
        /** What a person whose task it is would do. */
        GET_ON_WITH_IT
    }

    @Property(tries = 400)
    void anInstanceThatHasNotEndedHasAnOpenTaskAndItsHistoryReplaysToItsState(
            @ForAll("plays") Supplier<Play> model, @ForAll("attempts") List<Attempt> attempts) {
        var play = model.get();
        requireSound(play);
        for (var attempt : attempts) {
            var before = play.state();
            try {
                command(play, attempt).ifPresent(play::handle);
            } catch (WorkflowProblem refused) {
                assertThat(refused.code()).isNotBlank();
                assertThat(play.state()).isSameAs(before);
            }
            requireSound(play);
        }
        Statistics.label("ended as").collect(play.status());
    }

    @Property(tries = 200)
    void aDecisionThatComesLateIsRefused(
            @ForAll("plays") Supplier<Play> model, @ForAll("attempts") List<Attempt> attempts) {
        var play = model.get();
        attempts.forEach(attempt -> tried(play, attempt));
        var open = play.state().tasks().stream().map(OpenTask::id).toList();
        for (int number = 1; number <= play.state().lastTask(); number++) {
            var task = new TaskId(play.state().id(), number);
            if (!open.contains(task)) {
                for (var name : PEOPLE) {
                    assertThatExceptionOfType(WorkflowProblem.AlreadyDecided.class)
                            .isThrownBy(() ->
                                    play.attempt(new InstanceCommand.Approve(task, 1, person(name), Remark.none())));
                }
            }
        }
    }

    /** Everybody decides on the same state, as if at once; the first write wins, the others are decided again. */
    @Property(tries = 200)
    void ofSeveralWhoClaimOrDecideOneTaskAtOnceExactlyOneWins(
            @ForAll("plays") Supplier<Play> model,
            @ForAll("attempts") List<Attempt> attempts,
            @ForAll boolean claimed) {
        var play = model.get();
        attempts.stream().limit(4).forEach(attempt -> tried(play, attempt));
        if (!play.state().isRunning()) {
            return;
        }
        var task = play.state().tasks().getFirst();
        var winners = PEOPLE.stream()
                .flatMap(name -> atOnce(task, person(name), claimed))
                .filter(command -> wins(play, command))
                .map(InstanceCommand::by)
                .toList();

        boolean possible = switch (task.assignment()) {
            case Assignment.Offered _ -> claimed;
            case Assignment.Assigned _, Assignment.Claimed _ -> !claimed;
            case Assignment.AwaitingAdministrator _ -> false;
        };
        assertThat(winners).hasSize(possible ? 1 : 0);
        assertThat(task.assignment().people()).containsAll(winners);
    }

    private static Stream<InstanceCommand> atOnce(OpenTask task, PersonId by, boolean claim) {
        return claim
                ? Stream.of(new InstanceCommand.Claim(task.id(), task.revision(), by))
                : Stream.of(
                        new InstanceCommand.Approve(task.id(), task.revision(), by, Remark.none()),
                        new InstanceCommand.Reject(task.id(), task.revision(), by, Remark.none()));
    }

    private static boolean wins(Play play, InstanceCommand command) {
        try {
            play.handle(command);
            return true;
        } catch (WorkflowProblem refused) {
            return false;
        }
    }

    private static void tried(Play play, Attempt attempt) {
        command(play, attempt).ifPresent(command -> wins(play, command));
    }

    private static void requireSound(Play play) {
        var state = play.state();
        assertThat(state.tasks().isEmpty())
                .as("open tasks while %s", play.status())
                .isEqualTo(!state.isRunning());
        assertThat(state.tokens().isEmpty()).isEqualTo(!state.isRunning());
        assertThat(state.tasks()).extracting(OpenTask::token).doesNotHaveDuplicates();
        assertThat(ProcessInstance.replayed(play.history()).state()).isEqualTo(state);
        requireOneDecisionForEachTask(play);
    }

    private static void requireOneDecisionForEachTask(Play play) {
        var closed = new HashMap<TaskId, InstanceEvent>();
        for (var entry : play.history()) {
            switch (entry.event()) {
                case InstanceEvent.TaskApproved e ->
                    assertThat(closed.put(e.task(), e)).isNull();
                case InstanceEvent.TaskRejected e ->
                    assertThat(closed.put(e.task(), e)).isNull();
                case InstanceEvent.TaskCancelled e ->
                    assertThat(closed.put(e.task(), e)).isNull();
                default -> {}
            }
        }
        assertThat(closed.size() + play.state().tasks().size())
                .isEqualTo(play.state().lastTask());
    }

    private static Optional<InstanceCommand> command(Play play, Attempt attempt) {
        var by = person(PEOPLE.get(attempt.person()));
        int tasks = Math.max(1, play.state().lastTask());
        var id = new TaskId(play.state().id(), 1 + attempt.task() % tasks);
        long revision = attempt.stale()
                ? 1
                : play.state().tasks().stream()
                        .filter(task -> task.id().equals(id))
                        .map(OpenTask::revision)
                        .findFirst()
                        .orElse(1L);
        return switch (attempt.kind()) {
            case CLAIM -> Optional.of(new InstanceCommand.Claim(id, revision, by));
            case RELEASE -> Optional.of(new InstanceCommand.Release(id, revision, by));
            case APPROVE -> Optional.of(new InstanceCommand.Approve(id, revision, by, Remark.none()));
            case REJECT -> Optional.of(new InstanceCommand.Reject(id, revision, by, Remark.none()));
            case REASSIGN ->
                Optional.of(new InstanceCommand.Reassign(id, revision, person("admin"), by, Remark.none()));
            case WITHDRAW -> Optional.of(new InstanceCommand.Withdraw(by, Remark.none()));
            case COMMENT -> Optional.of(new InstanceCommand.Comment(by, new Remark("催一下")));
            case TERMINATE ->
                by.equals(person("admin"))
                        ? Optional.of(new InstanceCommand.Terminate(by, Remark.none()))
                        : Optional.empty();
            case GET_ON_WITH_IT -> nextStep(play, attempt);
        };
    }

    private static Optional<InstanceCommand> nextStep(Play play, Attempt attempt) {
        var open = play.state().tasks();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        var task = open.get(attempt.task() % open.size());
        return Optional.of(
                switch (task.assignment()) {
                    case Assignment.Offered(var _, var candidates) ->
                        new InstanceCommand.Claim(
                                task.id(), task.revision(), candidates.get(attempt.person() % candidates.size()));
                    case Assignment.Assigned(var who) -> decision(task, who, attempt);
                    case Assignment.Claimed(var who, var _, var _) -> decision(task, who, attempt);
                    case Assignment.AwaitingAdministrator _ ->
                        new InstanceCommand.Reassign(
                                task.id(), task.revision(), person("admin"), person("zhao"), Remark.none());
                });
    }

    private static InstanceCommand decision(OpenTask task, PersonId who, Attempt attempt) {
        return attempt.person() % 5 == 4
                ? new InstanceCommand.Reject(task.id(), task.revision(), who, Remark.none())
                : new InstanceCommand.Approve(task.id(), task.revision(), who, Remark.none());
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var kinds = Arbitraries.frequency(
                Tuple.of(6, Kind.GET_ON_WITH_IT),
                Tuple.of(2, Kind.CLAIM),
                Tuple.of(1, Kind.RELEASE),
                Tuple.of(3, Kind.APPROVE),
                Tuple.of(3, Kind.REJECT),
                Tuple.of(1, Kind.REASSIGN),
                Tuple.of(1, Kind.WITHDRAW),
                Tuple.of(1, Kind.COMMENT),
                Tuple.of(1, Kind.TERMINATE));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, PEOPLE.size() - 1),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
                .as(Attempt::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Supplier<Play>> plays() {
        var suppliers = new ArrayList<Supplier<Play>>();
        suppliers.add(() -> Play.leaveRequest().start("wang", Play.leave(4)));
        suppliers.add(() -> Play.leaveRequest().start("li", Play.leave(2)));
        suppliers.add(() -> Play.leaveRequest().start("zhao", Play.leave(9)));
        MODELS.values().forEach(xml -> suppliers.add(() -> Play.of(xml).start("wang")));
        return Arbitraries.of(suppliers);
    }

    private static final Map<String, byte[]> MODELS = Map.of(
            "claim",
            process(start("t")
                    + task("t", "role:HR")
                    + flow("t", "u")
                    + task("u", "deputy-in-charge")
                    + flow("u", "e")
                    + end("e")),
            "branches",
            process(start("fork") + "<parallelGateway id=\"fork\"/>" + flow("fork", "a") + flow("fork", "b")
                    + flow("fork", "c") + task("a", "manager") + task("b", "role:HR") + task("c", "person:gone")
                    + flow("a", "join") + flow("b", "join") + flow("c", "join") + "<parallelGateway id=\"join\"/>"
                    + flow("join", "d") + task("d", "levels-up:2") + flow("d", "e") + end("e")),
            "correction",
            process(start("t") + task("t", "manager") + flow("t", "g") + "<exclusiveGateway id=\"g\" default=\"g-e\"/>"
                    + flow("g", "fix", "outcome = \"rejected\"") + flow("g", "e") + task("fix", "initiator")
                    + flow("fix", "t") + end("e")),
            "unjoined",
            process(start("x") + "<task id=\"x\"/>" + flow("x", "a") + flow("x", "b") + task("a", "manager")
                    + task("b", "person:sun") + flow("a", "c") + flow("b", "c") + task("c", "role:HR") + flow("c", "e")
                    + end("e")),
            "terminate",
            process(start("x") + "<task id=\"x\"/>" + flow("x", "a") + flow("x", "b") + task("a", "manager")
                    + task("b", "role:HR") + flow("a", "stop") + flow("b", "e") + end("e")
                    + "<endEvent id=\"stop\"><terminateEventDefinition/></endEvent>"));
}
