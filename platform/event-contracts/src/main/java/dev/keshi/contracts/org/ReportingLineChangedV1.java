package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person reports to somebody else (汇报关系).
 *
 * @param reportsTo person who is reported to; absent: whoever manages the department, or the one above for its own
 *     manager
 * @param effectiveOn first day on which it holds, in the time zone of the enterprise; an event is published when
 *     that day has come, never before
 */
@EventContract(
        type = "keshi.org.reporting-line-changed.v1",
        topic = Topics.ORG,
        aggregate = "person",
        key = "personId",
        en = "A person reports to somebody else.",
        zh = "人员的汇报关系已变更。")
public record ReportingLineChangedV1(
        String personId, @Nullable String reportsTo, LocalDate effectiveOn) implements PublishedEvent {}
