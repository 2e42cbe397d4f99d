package dev.keshi.workflow.request;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.workflow.RequestCommentedV1;
import dev.keshi.contracts.workflow.RequestEndedV1;
import dev.keshi.contracts.workflow.RequestSubmittedV1;
import dev.keshi.contracts.workflow.TaskCancelledV1;
import dev.keshi.contracts.workflow.TaskClaimedV1;
import dev.keshi.contracts.workflow.TaskCreatedV1;
import dev.keshi.contracts.workflow.TaskDecidedV1;
import dev.keshi.contracts.workflow.TaskReassignedV1;
import dev.keshi.contracts.workflow.TaskReleasedV1;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.engine.Assignment;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceEvent;
import dev.keshi.workflow.engine.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to an instance, as other services hear of it. Steps inside the graph are nobody else's business. */
final class RequestEvents {

    private static final String SYSTEM = "system";

    private final String number;
    private final String instanceId;
    private final String processName;
    private final @Nullable String processNameEn;
    private final String initiatorId;
    private final @Nullable String initiatorsDepartment;
    private final List<HistoryEntry> entries;
    private final List<String> participants;
    private final EnglishNames english;
    private final Map<String, String> departments;

    private RequestEvents(
            Request after,
            List<HistoryEntry> entries,
            List<String> participants,
            EnglishNames english,
            Map<String, String> departments) {
        this.number = after.number();
        this.instanceId = after.state().id().value();
        this.processName = after.state().definition().name();
        this.processNameEn = english.process().orElse(null);
        this.initiatorId = after.state().initiator().value();
        this.initiatorsDepartment = after.departmentId();
        this.entries = entries;
        this.participants = participants;
        this.english = english;
        this.departments = departments;
    }

    /**
     * @param participants everybody who takes part after the command
     * @param departments where those who {@link #act} work
     */
    static List<PublishedEvent> of(
            Request after,
            List<HistoryEntry> entries,
            List<String> participants,
            EnglishNames english,
            Map<String, String> departments) {
        var events = new RequestEvents(after, entries, participants, english, departments);
        return entries.stream().flatMap(entry -> events.of(entry).stream()).toList();
    }

    /** Who is asked, takes a task or decides it: a task counts for the departments in which these work at that moment. */
    static Set<String> act(List<HistoryEntry> entries) {
        return entries.stream()
                .flatMap(entry -> act(entry.event()))
                .map(PersonId::value)
                .collect(Collectors.toSet());
    }

    private static Stream<PersonId> act(InstanceEvent event) {
        return switch (event) {
            case InstanceEvent.TaskOpened opened -> opened.assignment().people().stream();
            case InstanceEvent.TaskClaimed claimed -> Stream.of(claimed.assignee());
            case InstanceEvent.TaskReleased released -> released.candidates().stream();
            case InstanceEvent.TaskReassigned reassigned -> Stream.of(reassigned.to());
            case InstanceEvent.TaskApproved approved -> Stream.of(approved.approver());
            case InstanceEvent.TaskRejected rejected -> Stream.of(rejected.approver());
            case InstanceEvent.TaskCancelled _,
                    InstanceEvent.OfInstance _,
                    InstanceEvent.OfToken _,
                    InstanceEvent.WorkGiven _ -> Stream.of();
        };
    }

    private Optional<PublishedEvent> of(HistoryEntry entry) {
        var by = entry.by() == null ? SYSTEM : entry.by().value();
        return switch (entry.event()) {
            case InstanceEvent.OfInstance event -> ofInstance(event, by, entry.sequence());
            case InstanceEvent.OfTask event -> Optional.of(ofTask(event, by));
            // The work item tells of itself once it is made.
            case InstanceEvent.OfToken _, InstanceEvent.WorkGiven _ -> Optional.empty();
        };
    }

    private Optional<PublishedEvent> ofInstance(InstanceEvent.OfInstance event, String by, long sequence) {
        return Optional.of(
                switch (event) {
                    case InstanceEvent.InstanceStarted started ->
                        new RequestSubmittedV1(
                                instanceId,
                                number,
                                started.definition().key().value(),
                                started.definition().version(),
                                processName,
                                processNameEn,
                                initiatorId,
                                initiatorsDepartment);
                    case InstanceEvent.Commented _ ->
                        new RequestCommentedV1(
                                instanceId,
                                instanceId + "-" + sequence,
                                by,
                                participants.stream()
                                        .filter(person -> !person.equals(by))
                                        .toList(),
                                number,
                                processName,
                                processNameEn);
                    case InstanceEvent.InstanceCompleted completed ->
                        ended(completed.outcome().name());
                    case InstanceEvent.InstanceWithdrawn _ -> ended("WITHDRAWN");
                    case InstanceEvent.InstanceTerminated _ -> ended("TERMINATED");
                });
    }

    private PublishedEvent ofTask(InstanceEvent.OfTask event, String by) {
        return switch (event) {
            case InstanceEvent.TaskOpened opened -> created(opened);
            case InstanceEvent.TaskClaimed claimed ->
                new TaskClaimedV1(
                        instanceId,
                        claimed.task().value(),
                        claimed.assignee().value(),
                        departmentOf(claimed.assignee()));
            case InstanceEvent.TaskReleased released ->
                new TaskReleasedV1(
                        instanceId,
                        released.task().value(),
                        released.step().value(),
                        released.stepName(),
                        stepNameEn(released),
                        by,
                        ids(released.candidates()),
                        number,
                        processName,
                        processNameEn,
                        initiatorId,
                        departmentsOf(released.candidates()));
            case InstanceEvent.TaskReassigned reassigned ->
                new TaskReassignedV1(
                        instanceId,
                        reassigned.task().value(),
                        reassigned.step().value(),
                        reassigned.stepName(),
                        stepNameEn(reassigned),
                        reassigned.to().value(),
                        by,
                        number,
                        processName,
                        processNameEn,
                        initiatorId,
                        departmentOf(reassigned.to()));
            case InstanceEvent.TaskApproved approved -> decided(approved, Outcome.APPROVED, by);
            case InstanceEvent.TaskRejected rejected -> decided(rejected, Outcome.REJECTED, by);
            case InstanceEvent.TaskCancelled cancelled ->
                new TaskCancelledV1(instanceId, cancelled.task().value(), wasWithdrawn() ? "WITHDRAWN" : "ENDED");
        };
    }

    private PublishedEvent created(InstanceEvent.TaskOpened opened) {
        @Nullable
        String assignee = opened.assignment() instanceof Assignment.Assigned(PersonId person) ? person.value() : null;
        return new TaskCreatedV1(
                instanceId,
                opened.task().value(),
                opened.step().value(),
                opened.stepName(),
                stepNameEn(opened),
                assignee,
                assignee == null ? ids(opened.assignment().people()) : List.of(),
                opened.reason().rule(),
                number,
                processName,
                processNameEn,
                initiatorId,
                departmentsOf(opened.assignment().people()));
    }

    private PublishedEvent decided(InstanceEvent.OfDecision event, Outcome outcome, String by) {
        return new TaskDecidedV1(
                instanceId,
                event.task().value(),
                event.step().value(),
                event.stepName(),
                stepNameEn(event),
                outcome.name(),
                by,
                number,
                processName,
                processNameEn,
                initiatorId,
                departments.get(by));
    }

    private PublishedEvent ended(String outcome) {
        return new RequestEndedV1(
                instanceId,
                outcome,
                number,
                processName,
                processNameEn,
                initiatorId,
                decisiveTask(),
                initiatorsDepartment);
    }

    /** The task whose decision ended the request, when it was a decision. */
    private @Nullable String decisiveTask() {
        return entries.stream()
                .map(HistoryEntry::event)
                .filter(InstanceEvent.OfDecision.class::isInstance)
                .map(InstanceEvent.OfDecision.class::cast)
                .map(decision -> decision.task().value())
                .findFirst()
                .orElse(null);
    }

    private @Nullable String stepNameEn(InstanceEvent.OfTask event) {
        return english.step(event.step()).orElse(null);
    }

    private boolean wasWithdrawn() {
        return entries.stream().anyMatch(entry -> entry.event() instanceof InstanceEvent.InstanceWithdrawn);
    }

    private @Nullable String departmentOf(PersonId person) {
        return departments.get(person.value());
    }

    private List<String> departmentsOf(List<PersonId> people) {
        return people.stream()
                .map(this::departmentOf)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }
}
