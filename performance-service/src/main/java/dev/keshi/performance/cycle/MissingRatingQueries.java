package dev.keshi.performance.cycle;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what is still missing before grades can be published. Of peers nothing is read. */
@Component
public class MissingRatingQueries {

    private final MongoRatings ratings;
    private final MongoCycles cycles;

    MissingRatingQueries(MongoRatings ratings, MongoCycles cycles) {
        this.ratings = ratings;
        this.cycles = cycles;
    }

    /** In a fixed order that says nothing; none where the cycle was called off. Empty when there is no such cycle. */
    public Optional<Page<MissingRatingView>> of(CycleId cycle, NamedRater rater, Paging paging) {
        return cycles.find(cycle).map(found -> {
            var missing = found.state().status() == CycleStatus.CANCELLED
                    ? List.<Versioned<RatingDocument>>of()
                    : ratings.missing(cycle, rater, paging.after().map(Position::id), paging.limit() + 1);
            return paging.page(missing, one -> Position.of(one.id(), one.id()), one -> view(one.state(), rater));
        });
    }

    private static MissingRatingView view(RatingDocument rating, NamedRater rater) {
        return new MissingRatingView(
                rating.appraisalId(), rating.subjectId(), rating.raterId(), rater, rating.stay(), rating.status());
    }
}
