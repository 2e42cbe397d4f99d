package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.AppraisalDocument.Interview;
import dev.keshi.performance.cycle.AppraisalView.CalibrationView;
import dev.keshi.performance.cycle.AppraisalView.InterviewView;
import dev.keshi.performance.cycle.AppraisalView.PassingView;
import dev.keshi.performance.cycle.AppraisalView.StayView;
import dev.keshi.performance.cycle.AppraisalView.WaiverView;
import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
    private final TemplateQueries templates;
    private final Interviewers interviewers;
    private final Directory directory;

    AppraisalQueries(
            MongoAppraisals appraisals,
            Ratings ratings,
            Cycles cycles,
            TemplateQueries templates,
            Interviewers interviewers,
            Directory directory) {
        this.appraisals = appraisals;
        this.ratings = ratings;
        this.cycles = cycles;
        this.templates = templates;
        this.interviewers = interviewers;
        this.directory = directory;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<Versioned<AppraisalView>> find(AppraisalId id, Reading reading) {
        return visible(id, reading)
                .map(found -> new Versioned<>(found.id(), found.version(), view(found, told(List.of(found), reading))));
    }

    /** Empty when there is none, when the reader may not see it, or when what came out is not to be seen yet. */
    public Optional<ExplanationView> explanation(AppraisalId id, Reading reading) {
        return visible(id, reading).flatMap(found -> {
            var told = told(List.of(found), reading);
            var text = found.state().explanation();
            return text == null || !told.shown().contains(id)
                    ? Optional.empty()
                    : Optional.of(ExplanationView.of(ExplanationText.read(text), basis(found, told)));
        });
    }

    private ExplanationBasis basis(Versioned<AppraisalDocument> found, Told told) {
        var appraisal = found.state();
        var cycle = cycles.find(new CycleId(appraisal.cycleId())).orElseThrow().state();
        var used = Stays.templates(List.of(found), templates, cycle.plan().judged());
        return new ExplanationBasis(
                appraisal.rulesOfTotal(),
                cycle,
                appraisal.stays(),
                appraisal.stays().stream()
                        .map(stay -> Objects.requireNonNull(used.get(new TemplateId(stay.templateId()))))
                        .toList(),
                told.waivers(found.id()),
                Optional.ofNullable(told.grade(appraisal)),
                told.calibrations(appraisal));
    }

    /** In a fixed order. */
    public Page<AppraisalView> list(Optional<CycleId> cycle, Reading reading, Paging paging) {
        var filter = new ArrayList<Bson>(List.of(within(reading)));
        cycle.ifPresent(one -> filter.add(eq(MongoAppraisals.CYCLE, one.value())));
        paging.after().ifPresent(after -> filter.add(gt("_id", after.id())));
        var found = appraisals.select(and(filter), paging.limit() + 1);
        var told = told(found, reading);
        return paging.page(found, one -> Position.of(one.id(), one.id()), one -> view(one, told));
    }

    private Optional<Versioned<AppraisalDocument>> visible(AppraisalId id, Reading reading) {
        return appraisals.select(and(eq("_id", id.value()), within(reading)), 1).stream()
                .findFirst()
                .or(() -> toTalkAbout(id, reading.reader()));
    }

    /** Of others than the superior nothing about the appraisal says who has to talk about it, so no query could. */
    private Optional<Versioned<AppraisalDocument>> toTalkAbout(AppraisalId id, String reader) {
        return appraisals.select(and(eq("_id", id.value()), eq(MongoAppraisals.PUBLISHED, true)), 1).stream()
                .findFirst()
                .filter(found -> found.state().wasHeldBy(reader)
                        || found.state().waitsFor(reader)
                        || interviewers.isOf(reader, found.state()));
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
                        || (reading.seesUnpublished() && !one.state().personId().equals(reading.reader())))
                .map(one -> new AppraisalId(one.id()))
                .collect(Collectors.toSet());
        shown.removeAll(ratings.ratedAsPeer(reading.reader(), shown));
        return shown;
    }

    /**
     * What a reader is told of some appraisals beside what everybody is who sees them, each read once for all of them.
     *
     * @param names of those who are appraised
     * @param shown those of which the reader sees what came out
     * @param waived ratings of these that were done without
     * @param cutoffs by cycle, of those that are not published
     * @param cancelled cycles that were called off
     */
    private record Told(
            Reading reading,
            Map<String, String> names,
            Set<AppraisalId> shown,
            Map<String, List<RatingDocument>> waived,
            Map<String, Optional<Cutoffs>> cutoffs,
            Set<String> cancelled) {

        private @Nullable Grade grade(AppraisalDocument appraisal) {
            return appraisal.published()
                    ? appraisal.grade()
                    : cutoffs.getOrDefault(appraisal.cycleId(), Optional.empty())
                            .flatMap(appraisal::gradeBy)
                            .orElse(null);
        }

        private List<CalibrationView> calibrations(AppraisalDocument appraisal) {
            return appraisal.calibrations().stream()
                    .map(one -> new CalibrationView(one.to(), one.reason(), one.at(), decider(one.by())))
                    .toList();
        }

        private List<WaiverView> waivers(String appraisal) {
            return waived.getOrDefault(appraisal, List.of()).stream()
                    .sorted(Comparator.comparing(RatingDocument::stay))
                    .map(one -> new WaiverView(
                            one.stay(),
                            Objects.requireNonNullElse(one.reason(), ""),
                            one.waivedAt(),
                            decider(one.waivedBy())))
                    .toList();
        }

        private @Nullable String decider(@Nullable String by) {
            return reading.seesUnpublished() ? by : null;
        }
    }

    private Told told(List<Versioned<AppraisalDocument>> found, Reading reading) {
        var shown = shown(found, reading);
        return new Told(
                reading,
                directory.names(
                        found.stream().map(one -> one.state().personId()).collect(Collectors.toSet())),
                shown,
                ratings.ofSuperiors(shown, Set.of(RatingStatus.WAIVED)).stream()
                        .map(Versioned::state)
                        .collect(Collectors.groupingBy(RatingDocument::appraisalId)),
                found.stream()
                        .filter(one -> shown.contains(new AppraisalId(one.id())))
                        .filter(one -> !one.state().published())
                        .map(one -> one.state().cycleId())
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), this::cutoffs)),
                cycles.cancelled(
                        found.stream().map(one -> one.state().cycleId()).collect(Collectors.toSet())));
    }

    private Optional<Cutoffs> cutoffs(String cycle) {
        return cycles.find(new CycleId(cycle)).flatMap(found -> found.state().toCutoffs());
    }

    private static AppraisalView view(Versioned<AppraisalDocument> found, Told told) {
        var appraisal = found.state();
        boolean shown = told.shown().contains(new AppraisalId(found.id()));
        return new AppraisalView(
                found.id(),
                appraisal.cycleId(),
                appraisal.personId(),
                told.names().get(appraisal.personId()),
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
                told.cancelled().contains(appraisal.cycleId()),
                shown ? appraisal.total() : null,
                shown ? appraisal.weightCounted().orElse(null) : null,
                shown ? told.grade(appraisal) : null,
                shown ? told.calibrations(appraisal) : List.of(),
                shown ? told.waivers(found.id()) : List.of(),
                shown ? interview(appraisal.interview()) : null,
                appraisal.waitedFor().passings().stream()
                        .map(one -> new PassingView(one.duty(), one.from(), one.to(), one.at()))
                        .toList(),
                appraisal.signedByPerson(),
                appraisal.signedBySuperior());
    }

    private static @Nullable InterviewView interview(@Nullable Interview held) {
        return held == null
                ? null
                : new InterviewView(
                        held.heldOn(),
                        held.strengths(),
                        held.weaknesses(),
                        held.measures(),
                        held.remarks(),
                        held.by(),
                        held.at());
    }
}
