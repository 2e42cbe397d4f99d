package dev.keshi.risk.indicator;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.risk.register.RiskProblem;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The door for figures of performance-service. Replicas need no lease to carry them out: of the figures of one period the worst counts, so
 * neither order nor repetition matters.
 */
@Service
public class FeedService {

    private static final Logger log = LoggerFactory.getLogger(FeedService.class);
    private static final int BATCH = 200;
    private static final Duration LATER = Duration.ofSeconds(30);

    private final MongoFigureNews news;
    private final MongoIndicators indicators;
    private final IndicatorService service;
    private final EnterpriseTime time;

    FeedService(MongoFigureNews news, MongoIndicators indicators, IndicatorService service, EnterpriseTime time) {
        this.news = news;
        this.indicators = indicators;
        this.service = service;
        this.time = time;
    }

    /** @return whether no more than that is left */
    boolean carryOut() {
        var some = news.waiting(time.now(), BATCH);
        some.forEach(this::carryOut);
        return some.size() < BATCH;
    }

    private void carryOut(MongoFigureNews.Waiting waiting) {
        try {
            for (var id : indicators.fedBy(waiting.news().feed())) {
                service.feed(id, waiting.news());
            }
            news.carriedOut(waiting.id());
        } catch (AggregateFailure | IndicatorProblem | RiskProblem later) {
            log.warn("A figure of {} is looked at later: {}", waiting.news().feed(), later.getMessage());
            news.tryAgain(waiting.id(), time.now().plus(LATER));
        }
    }
}
