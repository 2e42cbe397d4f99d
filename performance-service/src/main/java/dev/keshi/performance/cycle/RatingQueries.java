package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.nin;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.RatingDocument.Given;
import dev.keshi.performance.cycle.RatingView.IndicatorView;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.template.ReleasedTemplate;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Reads ratings. Only the rater ever does: for everybody else, of whatever role, they do not exist. For nobody do those of a cycle that was
 * called off.
 */
@Component
public class RatingQueries {

    private final MongoRatings ratings;
    private final MongoCycles cycles;
    private final TemplateQueries templates;
    private final Directory directory;

    RatingQueries(MongoRatings ratings, MongoCycles cycles, TemplateQueries templates, Directory directory) {
        this.ratings = ratings;
        this.cycles = cycles;
        this.templates = templates;
        this.directory = directory;
    }

    public Optional<Versioned<RatingView>> find(RatingId id, String rater) {
        return ratings.askedOf(rater, id)
                .filter(found ->
                        cycles.cancelled(List.of(found.state().cycleId())).isEmpty())
                .map(this::view);
    }

    /** In a fixed order that says nothing. */
    public Page<RatingView> mine(String rater, Optional<RatingStatus> status, Paging paging) {
        // What is called off asks nobody for anything, and shows nobody what was said.
        var filter = new ArrayList<Bson>(List.of(nin(MongoRatings.CYCLE, cycles.cancelled())));
        status.ifPresent(one -> filter.add(eq(MongoRatings.STATUS, one.name())));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        var page = paging.page(
                ratings.selectOwn(rater, and(filter), paging.limit() + 1),
                found -> Position.of(found.id(), found.id()));
        var behind = behind(page.items());
        return new Page<>(
                page.items().stream().map(found -> view(found, behind)).toList(), page.nextCursor());
    }

    Versioned<RatingView> view(Versioned<RatingDocument> found) {
        return new Versioned<>(found.id(), found.version(), view(found, behind(List.of(found))));
    }

    /**
     * What stands behind ratings.
     *
     * @param names of those who are rated
     */
    private record Behind(
            Map<TemplateId, ReleasedTemplate> templates, Map<String, CyclePlan> plans, Map<String, String> names) {}

    private Behind behind(Collection<Versioned<RatingDocument>> found) {
        var subjects = found.stream().map(one -> one.state().subjectId()).collect(Collectors.toSet());
        return new Behind(used(found), plans(found), directory.names(subjects));
    }

    private Map<TemplateId, ReleasedTemplate> used(Collection<Versioned<RatingDocument>> found) {
        return templates.released(found.stream()
                .map(one -> new TemplateId(one.state().templateId()))
                .distinct()
                .toList());
    }

    private Map<String, CyclePlan> plans(Collection<Versioned<RatingDocument>> found) {
        return cycles.plans(found.stream().map(one -> one.state().cycleId()).collect(Collectors.toSet()));
    }

    private static RatingView view(Versioned<RatingDocument> found, Behind behind) {
        var rating = found.state();
        var given = rating.points().stream().collect(Collectors.toMap(Given::indicator, Given::points));
        var plan = Objects.requireNonNull(behind.plans().get(rating.cycleId()));
        var template = JudgedTemplate.of(
                Objects.requireNonNull(behind.templates().get(new TemplateId(rating.templateId()))), plan.judged());
        var figures = template.figures();
        return new RatingView(
                found.id(),
                rating.cycleId(),
                plan.name(),
                rating.subjectId(),
                behind.names().get(rating.subjectId()),
                rating.kind(),
                rating.status(),
                template.indicators().stream()
                        .filter(one -> one.figures().source() == IndicatorSource.RATING)
                        .map(one -> new IndicatorView(
                                one.figures().code(),
                                one.name(),
                                one.nameEn().orElse(null),
                                one.figures().family(),
                                one.figures().weight(),
                                figures.share(one.figures().weight()).orElse(null),
                                one.standard(),
                                one.standardEn().orElse(null),
                                given.get(one.figures().code())))
                        .toList(),
                plan.ratingEndsOn().orElse(null));
    }
}
