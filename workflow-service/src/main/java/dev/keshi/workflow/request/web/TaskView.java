package dev.keshi.workflow.request.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.approver.ApproverReason;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.engine.Assignment;
import dev.keshi.workflow.engine.OpenTask;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open task.
 *
 * @param stepName as the author of the process wrote it, in English for who reads English when there is an English name
 * @param assigneeId who decides; absent while it is to be claimed, or while nobody was found
 * @param candidateIds who may claim it
 * @param awaitsAdministrator whether nobody was found and an administrator has to name somebody
 * @param reason why these people are asked
 * @param revision of the task, which is also its ETag
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
        String id,
        String stepId,
        String stepName,
        @Nullable String assigneeId,
        List<String> candidateIds,
        boolean awaitsAdministrator,
        ReasonView reason,
        Instant openedAt,
        long revision) {

    record ReasonView(String rule, List<FindingView> findings) {
        static ReasonView of(ApproverReason reason) {
            return new ReasonView(
                    reason.rule(),
                    reason.findings().stream()
                            .map(finding -> new FindingView(finding.kind().name(), finding.subject()))
                            .toList());
        }
    }

    /** @param subject id of the department, person or role that {@code kind} speaks of */
    record FindingView(String kind, String subject) {}

    static TaskView of(OpenTask task, EnglishNames english) {
        return new TaskView(
                task.id().value(),
                task.step().value(),
                english.step(task.step()).orElse(task.stepName()),
                assignee(task.assignment()),
                candidates(task.assignment()),
                task.assignment() instanceof Assignment.AwaitingAdministrator,
                ReasonView.of(task.reason()),
                task.openedAt(),
                task.revision());
    }

    private static @Nullable String assignee(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Assigned(var person) -> person.value();
            case Assignment.Claimed(var person, var _, var _) -> person.value();
            case Assignment.Offered _, Assignment.AwaitingAdministrator _ -> null;
        };
    }

    private static List<String> candidates(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Offered(var _, var people) ->
                people.stream().map(PersonId::value).toList();
            case Assignment.Claimed(var _, var _, var people) ->
                people.stream().map(PersonId::value).toList();
            case Assignment.Assigned _, Assignment.AwaitingAdministrator _ -> List.of();
        };
    }
}
