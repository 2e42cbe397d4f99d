package dev.keshi.workflow.workplan;

import dev.keshi.directory.DirectoryPerson;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.workitem.PlannedWork;
import dev.keshi.workflow.workitem.PlannedWorkService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the work that plans ask for, part by part: first what is for everybody, some people at a time, then what is for somebody, and last it
 * notes in the plan that its days were looked at. Who begins a plan again, because a replica died in between or another one looks too, gives nothing
 * twice: the id of each work item follows from plan, entry, period and owner. A plan that was changed meanwhile is begun again by the next sweep.
 * There is one sweep for each look: the copy of the organisation may be late, so whom the first look did not find is looked for again.
 */
final class PlannedWorkSweep implements Swept {

    private static final Logger log = LoggerFactory.getLogger(PlannedWorkSweep.class);
    private static final String ACTOR = "system:work-plans";

    private final PlanLook look;
    private final MongoWorkPlans plans;
    private final PlannedWorkService work;
    private final PlanStaff staff;
    private final EnterpriseTime time;

    /** Work items, in one write. */
    private final int atOnce;

    PlannedWorkSweep(
            PlanLook look,
            MongoWorkPlans plans,
            PlannedWorkService work,
            PlanStaff staff,
            EnterpriseTime time,
            int atOnce) {
        this.look = look;
        this.plans = plans;
        this.work = work;
        this.staff = staff;
        this.time = time;
        this.atOnce = atOnce;
    }

    @Override
    public String name() {
        return look.label();
    }

    @Override
    public Duration every() {
        return look.every();
    }

    @Override
    public String doPart(String after) {
        var place = SweptPlace.parse(after);
        var goingOn = place.inside()
                .flatMap(inside -> plans.find(new WorkPlanId(place.plan()))
                        .filter(plan -> plan.version() == inside.version())
                        .map(plan -> part(plan, inside)));
        return goingOn.or(() ->
                        first(place).map(plan -> part(plan, new SweptPlace.Inside(plan.version(), time.today(), ""))))
                .orElse(DONE);
    }

    private Optional<Versioned<WorkPlanDocument>> first(SweptPlace after) {
        return switch (look) {
            case DUE -> plans.firstToLookAt(time.today(), after);
            case AGAIN -> plans.firstToLookAtAgain(time.now(), after);
        };
    }

    /** One that cannot be worked on now holds up no other. */
    private String part(Versioned<WorkPlanDocument> stored, SweptPlace.Inside inside) {
        try {
            return give(stored, inside);
        } catch (AggregateFailure.Stale | AggregateFailure.NotFound | AggregateFailure.Contended changed) {
            log.debug("Work plan {} was changed meanwhile", stored.id());
        } catch (AggregateFailure | IllegalStateException | IllegalArgumentException later) {
            log.warn("The work of plan {} is given with the next sweep", stored.id(), later);
        }
        return SweptPlace.behind(look, stored);
    }

    private String give(Versioned<WorkPlanDocument> stored, SweptPlace.Inside inside) {
        var due = look.occurrences(WorkPlan.of(new WorkPlanId(stored.id()), stored.state()), inside.day());
        var departments = staff.departments(stored.state().departmentId());
        var ofAll = due.stream()
                .filter(occurrence -> occurrence.recurring().owner().isEmpty())
                .toList();
        if (!ofAll.isEmpty()) {
            int most = Math.max(1, atOnce / ofAll.size());
            var people = staff.everybody(departments, inside.person(), most);
            giveAll(ofAll, people);
            if (people.size() == most) {
                return SweptPlace.within(
                        look, stored, inside.behind(people.getLast().id()));
            }
        }
        var leftOut = new ArrayList<LeftOut>(nobodyThere(ofAll, departments));
        leftOut.addAll(giveEach(due, departments));
        lookedAt(stored, inside.day(), leftOut);
        return SweptPlace.behind(look, stored);
    }

    private void giveAll(List<Occurrence> occurrences, List<DirectoryPerson> people) {
        var today = time.today();
        work.give(people.stream()
                .flatMap(person -> occurrences.stream()
                        .filter(occurrence -> look.isFor(person, occurrence))
                        .map(occurrence -> planned(occurrence, person, today)))
                .toList());
    }

    /** To those whom the entries name. @return what was not given */
    private List<LeftOut> giveEach(List<Occurrence> due, Set<String> departments) {
        var today = time.today();
        var given = new ArrayList<PlannedWork>();
        var leftOut = new ArrayList<LeftOut>();
        for (var occurrence : due) {
            occurrence.recurring().owner().ifPresent(owner -> {
                switch (staff.standing(owner, departments)) {
                    case PlanStaff.Standing.Here(var here)
                    when look.isFor(here, occurrence) -> given.add(planned(occurrence, here, today));
                    case PlanStaff.Standing.Here _ -> leftOut.add(occurrence.leftOut(LeftOut.Why.OWNER_ELSEWHERE));
                    case PlanStaff.Standing.Gone(var why) -> leftOut.add(occurrence.leftOut(why));
                }
            });
        }
        work.give(given);
        return leftOut;
    }

    private List<LeftOut> nobodyThere(List<Occurrence> ofAll, Set<String> departments) {
        return ofAll.stream()
                .filter(occurrence -> !look.isForAnybody(staff, departments, occurrence))
                .map(occurrence -> occurrence.leftOut(LeftOut.Why.NOBODY_THERE))
                .toList();
    }

    /** Unless the plan is another one than what was worked on. */
    private void lookedAt(Versioned<WorkPlanDocument> stored, LocalDate day, List<LeftOut> leftOut) {
        var unchanged = new CommandContext(ACTOR, Optional.empty(), OptionalLong.of(stored.version()));
        var unused = plans.change(
                new WorkPlanId(stored.id()), unchanged, plan -> look.note(plan, day, leftOut, Stamp.of(ACTOR, time)));
    }

    private static PlannedWork planned(Occurrence occurrence, DirectoryPerson person, LocalDate today) {
        var recurring = occurrence.recurring();
        return new PlannedWork(
                occurrence.reference(),
                PlanStaff.owner(person),
                recurring.wording(),
                occurrence.dueDate(today),
                recurring.priority());
    }
}
