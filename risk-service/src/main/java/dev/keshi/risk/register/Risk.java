package dev.keshi.risk.register;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.risk.matrix.Exposure;
import dev.keshi.risk.register.RiskCommand.CompleteMeasure;
import dev.keshi.risk.register.RiskCommand.PlanMeasure;
import dev.keshi.risk.register.RiskCommand.Register;
import dev.keshi.risk.register.RiskCommand.Respond;
import dev.keshi.risk.register.RiskCommand.Verify;
import dev.keshi.risk.register.RiskDocument.Assessment;
import dev.keshi.risk.register.RiskDocument.Estimate;
import dev.keshi.risk.register.RiskDocument.Measure;
import dev.keshi.risk.register.RiskDocument.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A risk with what is done about it. */
final class Risk {

    static final int MOST_MEASURES = 50;
    static final int KEPT_ESTIMATES = 100;
    private static final int LONGEST_ACCEPTANCE_YEARS = 1;

    private final RiskId id;
    private final String departmentId;
    private final @Nullable String roundId;
    private final Instant registeredAt;
    private final Estimate inherent;
    private RiskContent content;
    private String ownerId;
    private Estimate current;
    private @Nullable Estimate target;
    private final List<Estimate> history;
    private @Nullable Response response;
    private final List<Measure> measures;
    private int assessments;
    private @Nullable Assessment assessment;
    private @Nullable String closedBecause;
    private final List<PublishedEvent> events = new ArrayList<>();

    private Risk(RiskId id, RiskDocument kept) {
        this.id = id;
        this.departmentId = kept.departmentId();
        this.roundId = kept.roundId();
        this.registeredAt = kept.registeredAt();
        this.inherent = kept.inherent();
        this.content = new RiskContent(
                kept.kind(),
                kept.title(),
                kept.description(),
                Optional.ofNullable(kept.cause()),
                Optional.ofNullable(kept.consequences()));
        this.ownerId = kept.ownerId();
        this.current = kept.current();
        this.target = kept.target();
        this.history = new ArrayList<>(kept.history());
        this.response = kept.response();
        this.measures = new ArrayList<>(kept.measures());
        this.assessments = kept.assessments();
        this.assessment = kept.assessment();
        this.closedBecause = kept.closedBecause();
    }

    static Risk of(RiskId id, RiskDocument kept) {
        return new Risk(id, kept);
    }

    static Risk registered(RiskId id, Register found, Scale scale, Stamp stamp) {
        var inherent =
                estimate(EstimateAspect.INHERENT, found.inherent(), EstimateCause.REGISTRATION, "", scale, stamp);
        var now = found.current().orElse(found.inherent());
        var current = estimate(EstimateAspect.CURRENT, now, EstimateCause.REGISTRATION, "", scale, stamp);
        var content = found.content();
        var risk = new Risk(
                id,
                new RiskDocument(
                        content.kind(),
                        content.title(),
                        content.description(),
                        content.cause().orElse(null),
                        content.consequences().orElse(null),
                        found.departmentId(),
                        found.ownerId(),
                        found.roundId().orElse(null),
                        stamp.at(),
                        inherent,
                        current,
                        null,
                        List.of(),
                        null,
                        List.of(),
                        0,
                        null,
                        null));
        risk.events.add(RiskEvents.registered(id, risk.toDocument()));
        risk.record(inherent);
        risk.record(current);
        found.target().ifPresent(aim -> risk.aim(aim, EstimateCause.REGISTRATION, "", scale, stamp));
        return risk;
    }

    RiskId id() {
        return id;
    }

    String departmentId() {
        return departmentId;
    }

    void requireKeeper(RiskReader reader) {
        if (!reader.keeps(ownerId, departmentId)) {
            throw new RiskProblem.NotYoursToKeep();
        }
    }

    void describe(RiskContent described) {
        requireOpen();
        if (!described.equals(content)) {
            content = described;
            tellAnew();
        }
    }

    void handOver(String newOwner) {
        requireOpen();
        if (!newOwner.equals(ownerId)) {
            ownerId = newOwner;
            tellAnew();
        }
    }

    void assess(RiskCommand.Assess assessed, Scale scale, Stamp stamp) {
        requireOpen();
        stands(assessed.current(), EstimateCause.REVIEW, assessed.note(), scale, stamp);
        assessed.target().ifPresent(aim -> aim(aim, EstimateCause.REVIEW, assessed.note(), scale, stamp));
    }

    void respond(Respond decided, Stamp stamp) {
        requireOpen();
        if (decided.response() == RiskResponse.ACCEPT) {
            requireGoodExpiry(decided.acceptedUntil(), stamp.today());
            requireNoOpenMeasure();
        } else if (decided.acceptedUntil().isPresent()) {
            throw new RiskProblem.ExpiryWithoutAcceptance();
        }
        response = new Response(
                decided.response(),
                decided.rationale(),
                stamp.by(),
                stamp.at(),
                decided.acceptedUntil().orElse(null),
                false);
        events.add(RiskEvents.responded(id, toDocument()));
    }

    /** Ends an acceptance whose last day has passed, and has the risk looked at again. @return whether there was one */
    boolean expireAcceptance(Stamp stamp) {
        if (closedBecause != null || response == null || !response.isOverOn(stamp.today())) {
            return false;
        }
        response = response.ended();
        events.add(RiskEvents.acceptanceExpired(id, toDocument()));
        openAssessment(AssessmentCause.ACCEPTANCE_EXPIRED, Optional.empty(), stamp);
        return true;
    }

    void planMeasure(String measureId, PlanMeasure plan, Stamp stamp) {
        requireOpen();
        if (response == null) {
            throw new RiskProblem.NoResponse();
        }
        if (response.kind() == RiskResponse.ACCEPT) {
            throw new RiskProblem.Accepted();
        }
        if (plan.dueOn().isBefore(stamp.today())) {
            throw new RiskProblem.DuePast();
        }
        if (measures.size() >= MOST_MEASURES) {
            throw new RiskProblem.TooManyMeasures(MOST_MEASURES);
        }
        var measure = Measure.planned(measureId, plan, assessment == null ? null : assessment.id());
        measures.add(measure);
        events.add(RiskEvents.assigned(id, departmentId, measure));
    }

    void reassign(String measureId, String newOwner) {
        requireOpen();
        int at = openMeasure(measureId);
        if (!measures.get(at).ownerId().equals(newOwner)) {
            measures.set(at, measures.get(at).of(newOwner));
            events.add(RiskEvents.assigned(id, departmentId, measures.get(at)));
        }
    }

    /** Its owner says that it is done; what it took off lowers the current level. */
    void complete(CompleteMeasure completed, Scale scale, Stamp stamp) {
        requireOpen();
        int at = measure(completed.measureId());
        if (!measures.get(at).ownerId().equals(stamp.by())) {
            throw new RiskProblem.NotYourMeasure();
        }
        var planned = measures.get(openMeasure(completed.measureId()));
        var takenOff = completed.actual().orElse(planned.expected());
        var done = planned.done(stamp.today(), completed.cost(), takenOff, completed.outcome());
        measures.set(at, done);
        events.add(RiskEvents.completed(id, departmentId, done));
        record(estimate(
                        EstimateAspect.CURRENT,
                        takenOff.from(current.exposure()),
                        EstimateCause.MEASURE,
                        completed.outcome(),
                        scale,
                        stamp)
                .ofMeasure(done.id()));
    }

    /**
     * The work that a measure led to was done, and whoever did it carried out the measure; it took off what was expected. Nothing happens
     * when the measure has ended or is not there.
     */
    void doneElsewhere(String measureId, Scale scale, Stamp stamp) {
        var open = measures.stream()
                .filter(measure -> measure.id().equals(measureId) && measure.isOpen())
                .findFirst();
        if (open.isEmpty() || closedBecause != null) {
            return;
        }
        measures.replaceAll(measure -> measure.equals(open.get()) ? measure.of(stamp.by()) : measure);
        complete(new CompleteMeasure(id, measureId, Optional.empty(), Optional.empty(), ""), scale, stamp);
    }

    void cancel(String measureId, String reason, Stamp stamp) {
        requireOpen();
        int at = openMeasure(measureId);
        measures.set(at, measures.get(at).cancelled(stamp.today(), reason));
        events.add(RiskEvents.cancelled(id, departmentId, measures.get(at)));
    }

    /**
     * A warning has this risk looked at again; while an assessment is open it answers that warning too. What warns was not
     * over, so a risk that was closed is open again.
     */
    void warned(String warningId, Stamp stamp) {
        closedBecause = null;
        openAssessment(AssessmentCause.WARNING, Optional.of(warningId), stamp);
    }

    /** @return the warnings that are answered by it */
    List<String> verify(Verify verified, Scale scale, Stamp stamp) {
        requireOpen();
        var open = assessment;
        if (open == null) {
            throw new RiskProblem.NothingToVerify();
        }
        requireNoOpenMeasure();
        if (measures.stream()
                .filter(measure -> measure.status() == MeasureStatus.DONE)
                .filter(measure -> open.id().equals(measure.assessmentId()))
                .anyMatch(measure -> measure.ownerId().equals(stamp.by()))) {
            throw new RiskProblem.OwnMeasures();
        }
        stands(verified.current(), EstimateCause.VERIFICATION, verified.note(), scale, stamp);
        if (verified.effective()) {
            assessment = null;
        }
        events.add(RiskEvents.verified(id, departmentId, open, verified.effective(), current));
        return verified.effective() ? open.warnings() : List.of();
    }

    void close(String reason) {
        requireOpen();
        requireNoOpenMeasure();
        if (assessment != null) {
            throw new RiskProblem.AssessmentOpen();
        }
        closedBecause = reason;
        events.add(RiskEvents.closed(id, departmentId));
    }

    RiskDocument toDocument() {
        return new RiskDocument(
                content.kind(),
                content.title(),
                content.description(),
                content.cause().orElse(null),
                content.consequences().orElse(null),
                departmentId,
                ownerId,
                roundId,
                registeredAt,
                inherent,
                current,
                target,
                history,
                response,
                measures,
                assessments,
                assessment,
                closedBecause);
    }

    /** What happened since the last call, in order. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    /** Whoever has an open assessment before them hears whose it is and what it is about. */
    private void tellAnew() {
        events.add(RiskEvents.described(id, toDocument()));
        if (assessment != null) {
            events.add(RiskEvents.assessmentOpened(id, toDocument(), assessment));
        }
    }

    private void openAssessment(AssessmentCause cause, Optional<String> warning, Stamp stamp) {
        var open = assessment;
        if (open == null) {
            assessments++;
            assessment = new Assessment(
                    id.value() + "-" + assessments, cause, warning.stream().toList(), stamp.at());
        } else {
            var warnings = new LinkedHashSet<>(open.warnings());
            if (warning.filter(warnings::add).isEmpty()) {
                return;
            }
            assessment = new Assessment(open.id(), open.cause(), List.copyOf(warnings), open.openedAt());
        }
        events.add(RiskEvents.assessmentOpened(id, toDocument(), Objects.requireNonNull(assessment)));
    }

    private void stands(Exposure now, EstimateCause cause, String note, Scale scale, Stamp stamp) {
        record(estimate(EstimateAspect.CURRENT, now, cause, note, scale, stamp));
    }

    private void aim(Exposure aim, EstimateCause cause, String note, Scale scale, Stamp stamp) {
        if (aim.likelihood() > current.likelihood() || aim.impact() > current.impact()) {
            throw new RiskProblem.TargetAboveCurrent();
        }
        record(estimate(EstimateAspect.TARGET, aim, cause, note, scale, stamp));
    }

    private void record(Estimate estimate) {
        switch (estimate.aspect()) {
            case INHERENT -> {}
            case CURRENT -> current = estimate;
            case TARGET -> target = estimate;
        }
        history.add(estimate);
        if (history.size() > KEPT_ESTIMATES) {
            history.removeFirst();
        }
        events.add(RiskEvents.assessed(id, departmentId, estimate));
    }

    private static Estimate estimate(
            EstimateAspect aspect, Exposure exposure, EstimateCause cause, String note, Scale scale, Stamp stamp) {
        return Estimate.of(aspect, scale.rate(exposure), cause, note, stamp);
    }

    private int openMeasure(String measureId) {
        int at = measure(measureId);
        if (!measures.get(at).isOpen()) {
            throw new RiskProblem.MeasureEnded();
        }
        return at;
    }

    private int measure(String measureId) {
        for (int at = 0; at < measures.size(); at++) {
            if (measures.get(at).id().equals(measureId)) {
                return at;
            }
        }
        throw new RiskProblem.UnknownMeasure(measureId);
    }

    private void requireOpen() {
        if (closedBecause != null) {
            throw new RiskProblem.Closed();
        }
    }

    private void requireNoOpenMeasure() {
        long open = measures.stream().filter(Measure::isOpen).count();
        if (open > 0) {
            throw new RiskProblem.MeasuresOpen(open);
        }
    }

    private static void requireGoodExpiry(Optional<LocalDate> until, LocalDate today) {
        var last = until.orElseThrow(RiskProblem.AcceptanceWithoutExpiry::new);
        var latest = today.plusYears(LONGEST_ACCEPTANCE_YEARS);
        if (!last.isAfter(today) || last.isAfter(latest)) {
            throw new RiskProblem.AcceptanceExpiry(latest);
        }
    }
}
