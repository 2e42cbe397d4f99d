package dev.keshi.contracts.notification;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * People are reminded of something that they have to do by a day.
 *
 * @param obligationId what they are reminded of
 * @param title what it is called, in the words of whoever gave it
 * @param dueOn day by which it is due
 * @param service where it is done, as in addresses
 * @param resource what it is called there
 * @param targetId its id there
 * @param parentId what it is part of there
 */
@EventContract(
        type = "keshi.notification.reminder-given.v1",
        topic = Topics.NOTIFICATION,
        aggregate = "reminder",
        key = "reminderId",
        en = "People are reminded that something is due, or overdue.",
        zh = "已提醒有关人员事项即将到期或已逾期。")
public record ReminderGivenV1(
        String reminderId,
        String obligationId,

        @KnownValues({
            "WORK_ITEM",
            "MEASURE",
            "RISK_ROUND",
            "COURSE",
            "COURSE_REACTION",
            "BEHAVIOUR_RATING",
            "APPRAISAL_SIGNATURE"
        })
        String kind,

        @KnownValues({"DUE_SOON", "OVERDUE"}) String stage,
        List<String> recipientIds,
        @Nullable String title,
        @Nullable String titleEn,
        LocalDate dueOn,
        String service,
        String resource,
        String targetId,
        @Nullable String parentId)
        implements PublishedEvent {

    public ReminderGivenV1 {
        recipientIds = List.copyOf(recipientIds);
    }
}
