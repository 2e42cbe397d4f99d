package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.AppraisalView.CalibrationView;
import dev.keshi.performance.cycle.AppraisalView.StayView;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads appraisals. What somebody may not see is left out by the query itself. */
@Component
public class AppraisalQueries {

    private final MongoAppraisals appraisals;
    private final Ratings ratings;
    private final Cycles cycles;

    AppraisalQueries(MongoAppraisals appraisals, Ratings ratings, Cycles cycles) {
        this.appraisals = appraisals;
        this.ratings = ratings;
        this.cycles = cycles;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<AppraisalView>> find(AppraisalId id, Reading reading) {
        return visible(id, reading)
                .map(found ->
                        new Versioned<>(found.id(), found.version(), view(found, shown(List.of(found), reading))));
    }

    /** Empty when there is none, when the reader may not see it, or when what came out is not to be seen yet. */
    public Optional<ExplanationView> explanation(AppraisalId id, Reading reading) {
        return visible(id, reading)
                .filter(found -> shown(List.of(found), reading).contains(new AppraisalId(found.id())))
                .flatMap(found -> Optional.ofNullable(found.state().explanation()))
                .map(ExplanationText::read)
                .map(ExplanationView::of);
    }

    /** In a fixed order. */
    public Page<AppraisalView> list(Optional<CycleId> cycle, Reading reading, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(reading)));
        cycle.ifPresent(one -> filter.add(eq(MongoAppraisals.CYCLE, one.value())));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        var found = appraisals.select(and(filter), paging.limit() + 1);
        var shown = shown(found, reading);
        return paging.page(found, one -> Position.of(one.id(), one.id()), one -> view(one, shown));
    }

    private Optional<Versioned<AppraisalDocument>> visible(AppraisalId id, Reading reading) {
        return appraisals.select(and(eq("_id", id.value()), within(reading)), 1).stream()
                .findFirst();
    }

    /** Also those that the reader is the superior of, wherever the person works now. */
    private static Bson within(Reading reading) {
        var scope = reading.scope().within(MongoAppraisals.PERSON, MongoAppraisals.DEPARTMENT);
        return scope.equals(empty()) ? scope : or(scope, eq(MongoAppraisals.SUPERIOR, reading.reader()));
    }

    /**
     * Of which of these the reader sees what came out. Whoever has rated as a peer never does, in whatever role: of three peers
     * one who knows the own points and the mean is left with two that are not known.
     */
    Set<AppraisalId> shown(List<Versioned<AppraisalDocument>> found, Reading reading) {
        var shown = found.stream()
                .filter(one -> one.state().published()
                        || (reading.calibrates() && !one.state().personId().equals(reading.reader())))
                .map(one -> new AppraisalId(one.id()))
                .collect(Collectors.toSet());
        shown.removeAll(ratings.ratedAsPeer(reading.reader(), shown));
        return shown;
    }

    private AppraisalView view(Versioned<AppraisalDocument> found, Set<AppraisalId> withResult) {
        var appraisal = found.state();
        boolean shown = withResult.contains(new AppraisalId(found.id()));
        return new AppraisalView(
                found.id(),
                appraisal.cycleId(),
                appraisal.personId(),
                appraisal.departmentId(),
                appraisal.superiorId(),
                appraisal.stays().stream()
                        .map(stay -> new StayView(
                                stay.templateId(),
                                stay.departmentId(),
                                stay.positionId(),
                                stay.firstDay(),
                                stay.lastDay()))
                        .toList(),
                appraisal.published(),
                shown ? appraisal.total() : null,
                shown ? grade(appraisal) : null,
                shown
                        ? appraisal.calibrations().stream()
                                .map(one -> new CalibrationView(one.to(), one.reason(), one.at()))
                                .toList()
                        : List.of(),
                appraisal.signedByPerson(),
                appraisal.signedBySuperior());
    }

    private @Nullable Grade grade(AppraisalDocument appraisal) {
        return appraisal.published()
                ? appraisal.grade()
                : cycles.find(new CycleId(appraisal.cycleId()))
                        .flatMap(cycle -> cycle.state().toCutoffs())
                        .flatMap(appraisal::gradeBy)
                        .orElse(null);
    }
}
