package dev.keshi.contracts.performance;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A figure of a person's work was imported; what was recorded for the same indicator, person and day before holds no more.
 *
 * @param indicator code of the indicator that it feeds
 * @param on day that it is a figure of
 * @param amount as decimal text
 * @param base what the amount is a part of, as decimal text; 1 where it is not a part
 */
@EventContract(
        type = "keshi.performance.figure-recorded.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "figure",
        key = "figureId",
        en = "A figure of a person's work was imported.",
        zh = "已导入一项个人工作数据。")
public record FigureRecordedV1(
        String figureId,
        String indicator,
        String personId,
        LocalDate on,
        @Confidential String amount,
        @Confidential String base)
        implements PublishedEvent {}
