package dev.keshi.contracts.performance;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's grade is published.
 *
 * @param departmentId where the person worked on the day of the population
 * @param total 0.0 to 100.0 as text, rounded half-even to one decimal
 * @param indicators those that counted, of each position held
 * @param ruleVersion version of the arithmetic that made the total
 * @param weightCounted percent of the weight the total rests on, 0.0 to 100.0 as text: below 100.0 where ratings or events were not there;
 *     absent in events from before it was told
 * @param firstDay first day that is judged; absent in events from before it was told, as is the last
 * @param interviewerId who is to hold the interview: the superior, or whoever stands above the person when that one has left; absent where nobody
 *     does, and in events from before it was told
 */
@EventContract(
        type = "keshi.performance.appraisal-published.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "The grade of a person is published.",
        zh = "个人考核等级已公布。")
public record AppraisalPublishedV1(
        String appraisalId,
        String cycleId,
        String personId,
        String departmentId,
        @Confidential String total,

        @Confidential @KnownValues({"EXCELLENT", "GOOD", "PASS", "FAIL"})
        String grade,

        @Confidential List<IndicatorResult> indicators,
        int ruleVersion,
        @Confidential @Nullable String weightCounted,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String interviewerId)
        implements PublishedEvent {

    public AppraisalPublishedV1 {
        indicators = List.copyOf(indicators);
    }
}
