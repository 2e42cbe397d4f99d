package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * Told once to everybody who is appraised in a cycle and everybody who leads one of them, whether or not there is anything left to rate; so it
 * says nothing of who rates whom or of what was given.
 *
 * @param personId who is reminded
 * @param endsOn the day by which ratings are wanted, today or tomorrow when it is told
 */
@EventContract(
        type = "keshi.performance.rating-reminder-given.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "rating-reminder",
        key = "reminderId",
        en = "Somebody is reminded of the day by which ratings of a cycle are wanted.",
        zh = "提醒有关人员考核评价即将截止。")
public record RatingReminderGivenV1(
        String reminderId, String cycleId, String cycleName, String personId, LocalDate endsOn)
        implements PublishedEvent {}
