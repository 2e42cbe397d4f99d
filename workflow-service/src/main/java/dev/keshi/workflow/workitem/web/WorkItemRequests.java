package dev.keshi.workflow.workitem.web;

import dev.keshi.service.text.WrittenText;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.Wording;
import dev.keshi.workflow.workitem.WorkItemCommand;
import dev.keshi.workflow.workitem.WorkItemId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers send about work items. */
final class WorkItemRequests {

    private static final int ID = 64;
    private static final int SAID = 1_000;

    private WorkItemRequests() {}

    /**
     * @param dueDate day by which it is due, in the time zone of the enterprise
     * @param priority NORMAL unless given
     * @param requestId the request of which the work is made; the caller takes part in it
     */
    record AssignWorkItem(
            @NotBlank @Size(max = ID) String ownerId,

            @NotNull @Size(min = 1, max = Wording.LONGEST_TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
            String title,

            @Nullable @Size(max = Wording.LONGEST_DESCRIPTION) @Pattern(regexp = WrittenText.LINES_OR_NOTHING)
            String description,

            @NotNull LocalDate dueDate,
            @Nullable Priority priority,

            @Nullable @Size(min = 1, max = ID) @Pattern(regexp = WrittenText.ONE_LINE)
            String requestId) {

        WorkItemCommand.Assign toCommand(PersonId by) {
            return new WorkItemCommand.Assign(
                    by,
                    new PersonId(ownerId),
                    new Wording(title, said(description)),
                    dueDate,
                    Objects.requireNonNullElse(priority, Priority.NORMAL),
                    Optional.ofNullable(requestId));
        }
    }

    /** @param remark what there is to say about it */
    record RemarkOnWork(
            @Nullable @Size(max = SAID) @Pattern(regexp = WrittenText.LINES_OR_NOTHING)
            String remark) {

        static Optional<String> of(@Nullable RemarkOnWork request) {
            return request == null ? Optional.empty() : said(request.remark());
        }
    }

    /** @param reason why */
    record ReasonForWork(
            @NotBlank @Size(max = SAID) @Pattern(regexp = WrittenText.LINES)
            String reason) {}

    record TransferWorkItem(
            @NotBlank @Size(max = ID) String ownerId,

            @NotBlank @Size(max = SAID) @Pattern(regexp = WrittenText.LINES)
            String reason) {

        WorkItemCommand.Transfer toCommand(WorkItemId id, PersonId by) {
            return new WorkItemCommand.Transfer(id, by, new PersonId(ownerId), reason);
        }
    }

    record ChangeDueDate(
            @NotNull LocalDate dueDate,

            @NotBlank @Size(max = SAID) @Pattern(regexp = WrittenText.LINES)
            String reason) {

        WorkItemCommand.ChangeDueDate toCommand(WorkItemId id, PersonId by) {
            return new WorkItemCommand.ChangeDueDate(id, by, dueDate, reason);
        }
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(words -> !words.isBlank());
    }
}
