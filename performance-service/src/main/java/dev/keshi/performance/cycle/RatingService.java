package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** The door for giving ratings. */
@Service
public class RatingService {

    /** Who rates, and who is asked to, stands in no envelope. */
    static final CommandContext NAMELESS = CommandContext.of("system:rating");

    private final Ratings ratings;
    private final Cycles cycles;
    private final TemplateQueries templates;
    private final RatingQueries queries;

    RatingService(Ratings ratings, Cycles cycles, TemplateQueries templates, RatingQueries queries) {
        this.ratings = ratings;
        this.cycles = cycles;
        this.templates = templates;
        this.queries = queries;
    }

    /**
     * Gives a rating, once and completely.
     *
     * @param points by code of indicator
     * @throws CycleProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says
     */
    public Versioned<RatingView> give(CommandContext context, RatingId id, String rater, Map<String, Points> points) {
        var rating =
                ratings.askedOf(rater, id).map(Versioned::state).orElseThrow(() -> new CycleProblem.UnknownRating(id));
        var cycle = requireOpen(new CycleId(rating.cycleId()));
        var templateId = new TemplateId(rating.templateId());
        var template =
                Objects.requireNonNull(templates.released(List.of(templateId)).get(templateId));
        var indicators =
                JudgedTemplate.of(template, cycle.plan().judged()).figures().rated();
        var nameless = new CommandContext(NAMELESS.actor(), context.key(), context.expectedVersion());
        var given = ratings.change(id, nameless, before -> before.given(points, indicators));
        takeBackWhereCancelled(id, new CycleId(rating.cycleId()));
        return queries.view(given);
    }

    /** The cycle may have been called off since it was looked at; what was given then is nobody's to see, and tells nobody who has spoken. */
    private void takeBackWhereCancelled(RatingId id, CycleId cycle) {
        if (cycles.find(cycle).orElseThrow().state().status() == CycleStatus.CANCELLED) {
            var unused = ratings.change(id, NAMELESS, RatingDocument::takenBack);
            throw new CycleProblem.Cancelled();
        }
    }

    private CycleDocument requireOpen(CycleId id) {
        var cycle = cycles.find(id).orElseThrow().state();
        return switch (cycle.status()) {
            case RATING, CLOSING -> cycle;
            case PLANNED, OPENING -> throw new CycleProblem.NotRating();
            case CANCELLED -> throw new CycleProblem.Cancelled();
            case SCORING, CALIBRATION, PUBLISHING, PUBLISHED -> throw new CycleProblem.RatingClosed();
        };
    }
}
