package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.CycleView.CancellationView;
import dev.keshi.performance.cycle.CycleView.DistributionView;
import dev.keshi.performance.cycle.CycleView.PlacesView;
import dev.keshi.performance.cycle.CycleView.RaterWeightsView;
import dev.keshi.performance.cycle.CycleView.ThresholdsView;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.cycle.CycleWork.Progress;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cycles. Everybody may know by what rules people are judged, so no scope is taken. */
@Component
public class CycleQueries {

    private final MongoCycles cycles;
    private final CycleWork work;

    CycleQueries(MongoCycles cycles, CycleWork work) {
        this.cycles = cycles;
        this.work = work;
    }

    /** @param seesWho whether the reader is told who decided something */
    public Optional<Versioned<CycleView>> find(CycleId id, boolean seesWho) {
        return cycles.find(id).map(found -> view(found, seesWho));
    }

    /** The latest period first. @param seesWho whether the reader is told who decided something */
    public Page<CycleView> list(Paging paging, boolean seesWho) {
        var from = paging.after()
                .map(after -> or(
                        lt(MongoCycles.FIRST_DAY, after.key()),
                        and(eq(MongoCycles.FIRST_DAY, after.key()), lt("_id", after.id()))))
                .orElse(empty());
        return paging.page(
                cycles.select(from, paging.limit() + 1),
                cycle -> Position.of(cycle.state().firstDay(), cycle.id()),
                cycle -> view(cycle, seesWho).state());
    }

    Versioned<CycleView> view(Versioned<CycleDocument> stored, boolean seesWho) {
        var cycle = stored.state();
        var progress = progress(new CycleId(stored.id()), cycle.status());
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new CycleView(
                        stored.id(),
                        cycle.name(),
                        cycle.kind(),
                        cycle.extent(),
                        cycle.firstDay(),
                        cycle.lastDay(),
                        cycle.populationOn(),
                        cycle.departmentId(),
                        cycle.templates(),
                        new RaterWeightsView(cycle.self(), cycle.superior(), cycle.peer()),
                        cycle.minimumPeers(),
                        cycle.movers(),
                        cycle.minimumDays(),
                        view(cycle.thresholds()),
                        distribution(cycle),
                        cycle.status(),
                        cancellation(cycle, seesWho),
                        places(cycle),
                        cycle.appraisals(),
                        progress.map(step -> step.place().done()).orElse(null),
                        progress.map(Progress::failures)
                                .filter(failures -> failures > 0)
                                .orElse(null),
                        cycle.ratingEndsOn(),
                        cycle.families()));
    }

    /** Of the step under way; empty where there is none. */
    private Optional<Progress> progress(CycleId id, CycleStatus status) {
        return status.isWorkedOn()
                ? work.progress(id, status).or(() -> Optional.of(new Progress(Place.BEGIN, 0)))
                : Optional.empty();
    }

    private static @Nullable CancellationView cancellation(CycleDocument cycle, boolean seesWho) {
        var why = cycle.cancellation();
        return why == null ? null : new CancellationView(why.reason(), why.at(), seesWho ? why.by() : null);
    }

    static @Nullable DistributionView distribution(CycleDocument cycle) {
        var most = cycle.distribution();
        return most == null ? null : new DistributionView(most.mostExcellent(), most.mostGood());
    }

    static @Nullable PlacesView places(CycleDocument cycle) {
        var scored = cycle.scored();
        return scored == null
                ? null
                : cycle.plan()
                        .distribution()
                        .map(most -> new PlacesView(most.placesForExcellent(scored), most.placesForGood(scored)))
                        .orElse(null);
    }

    static ThresholdsView view(CycleDocument.Points points) {
        return new ThresholdsView(points.excellent(), points.good(), points.pass());
    }
}
