package dev.keshi.performance.cycle;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what is still missing before grades can be published. Of peers nothing is read. */
@Component
public class MissingRatingQueries {

    private final MongoRatings ratings;
    private final MongoCycles cycles;
    private final Directory directory;

    MissingRatingQueries(MongoRatings ratings, MongoCycles cycles, Directory directory) {
        this.ratings = ratings;
        this.cycles = cycles;
        this.directory = directory;
    }

    /** In a fixed order that says nothing; none where the cycle was called off. Empty when there is no such cycle. */
    public Optional<Page<MissingRatingView>> of(CycleId cycle, NamedRater rater, Paging paging) {
        return cycles.find(cycle).map(found -> {
            var missing = found.state().status() == CycleStatus.CANCELLED
                    ? List.<Versioned<RatingDocument>>of()
                    : ratings.missing(cycle, rater, paging.after().map(Position::id), paging.limit() + 1);
            var names = directory.names(missing.stream()
                    .flatMap(one ->
                            Stream.of(one.state().subjectId(), one.state().raterId()))
                    .collect(Collectors.toSet()));
            return paging.page(missing, one -> Position.of(one.id(), one.id()), one -> view(one.state(), rater, names));
        });
    }

    private static MissingRatingView view(RatingDocument rating, NamedRater rater, Map<String, String> names) {
        return new MissingRatingView(
                rating.appraisalId(),
                rating.subjectId(),
                names.get(rating.subjectId()),
                rating.raterId(),
                names.get(rating.raterId()),
                rater,
                rating.stay(),
                rating.status());
    }
}
