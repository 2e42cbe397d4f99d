package dev.keshi.risk.indicator;

import dev.keshi.contracts.Topics;
import dev.keshi.messaging.consumer.TopicOffsets;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import java.util.List;

/**
 * Gives periods that are over, and in which the feed told nothing, the figure that stood all through them. A figure that is on its way must not
 * be taken for none: so a day later, and only when everything that performance-service has published was heard and carried out.
 */
final class StandingFigures implements Swept {

    private static final int AT_ONCE = 100;
    private static final int DAYS_FOR_LATE_ONES = 1;

    private final MongoIndicators indicators;
    private final MongoFigureNews news;
    private final IndicatorService service;
    private final TopicOffsets offsets;
    private final EnterpriseTime time;

    StandingFigures(
            MongoIndicators indicators,
            MongoFigureNews news,
            IndicatorService service,
            TopicOffsets offsets,
            EnterpriseTime time) {
        this.indicators = indicators;
        this.news = news;
        this.service = service;
        this.offsets = offsets;
        this.time = time;
    }

    @Override
    public String name() {
        return "standing-figures";
    }

    @Override
    public String doPart(String after) {
        var day = time.today().minusDays(DAYS_FOR_LATE_ONES);
        var due = indicators.carryingBy(day, after, AT_ONCE);
        if (due.isEmpty() || !hasHeardAll()) {
            return DONE;
        }
        var settled = due.stream().filter(one -> !news.isWaiting(one.feed())).toList();
        each(settled, one -> one.id().value(), one -> service.carry(one.id(), day));
        return due.size() < AT_ONCE ? DONE : due.getLast().id().value();
    }

    private boolean hasHeardAll() {
        try {
            return offsets.places(List.of(Topics.PERFORMANCE)).stream().allMatch(place -> place.lag() == 0);
        } catch (TopicOffsets.OffsetsUnknown later) {
            return false;
        }
    }
}
