package dev.keshi.workflow.workplan;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.approver.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The only door for what people do with work plans. The work itself is given later, part by part: {@link PlannedWorkSweep}. */
@Service
public class WorkPlanService {

    private final MongoWorkPlans plans;
    private final WorkPlanQueries queries;
    private final PlanStaff staff;
    private final EnterpriseTime time;
    private final Ids ids;

    WorkPlanService(MongoWorkPlans plans, WorkPlanQueries queries, PlanStaff staff, EnterpriseTime time, Ids ids) {
        this.plans = plans;
        this.queries = queries;
        this.staff = staff;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Writes a plan, which gives no work yet; the same command again, by its idempotency key, answers what it made the first time.
     *
     * @param led departments whose plans the caller keeps
     * @throws WorkPlanProblem when a rule forbids it
     */
    public WorkPlanView draft(CommandContext context, Scope led, WorkPlanCommand.Draft command) {
        var department = command.departmentId();
        if (!staff.isOpen(department)) {
            throw new WorkPlanProblem.NoSuchDepartment(department);
        }
        requireLed(led, department);
        requireOwners(command.content(), department);
        var id = new WorkPlanId(ids.forCommand("work-plan", context));
        var plan = WorkPlan.drafted(id, department, command.content(), Stamp.of(context.actor(), time));
        return queries.view(plans.create(id, context, plan));
    }

    /**
     * @param context its version, where there is one, is the revision of the plan that the caller saw
     * @param led departments whose plans the caller keeps
     * @throws WorkPlanProblem when a rule forbids it, {@link AggregateFailure} as the aggregate store says
     */
    public WorkPlanView handle(CommandContext context, Scope led, WorkPlanCommand.OfExisting command) {
        var id = command.id();
        var before = plans.find(id)
                .orElseThrow(() -> new WorkPlanProblem.Unknown(id))
                .state();
        requireLed(led, before.departmentId());
        var stamp = Stamp.of(context.actor(), time);
        return queries.view(plans.change(id, context.forAnyVersion(), plan -> {
            plan.requireRevision(context.expectedVersion());
            switch (command) {
                case WorkPlanCommand.Revise(var _, var content, var reason) -> {
                    plan.revise(content, reason, stamp);
                    requireOwners(content, plan.departmentId());
                }
                case WorkPlanCommand.Activate _ -> {
                    plan.activate(stamp);
                    requireOwners(plan.content(), plan.departmentId());
                }
                case WorkPlanCommand.End(var _, var reason) -> plan.end(Optional.of(reason), stamp);
            }
        }));
    }

    /** What is not led looks the same for all: the organisation is no secret, its plans are. */
    private static void requireLed(Scope led, String departmentId) {
        if (!led.includes("", departmentId)) {
            throw new WorkPlanProblem.NotInCharge();
        }
    }

    private void requireOwners(PlanContent content, String departmentId) {
        var departments = staff.departments(departmentId);
        var gone = new HashMap<PersonId, Optional<LeftOut.Why>>();
        content.entries()
                .forEach(entry -> entry.recurring()
                        .owner()
                        .ifPresent(owner -> gone.computeIfAbsent(owner, one -> staff.gone(one, departments))));
        var elsewhere = PlannedEntries.places(content, entry -> is(entry, gone, LeftOut.Why.OWNER_ELSEWHERE));
        if (!elsewhere.isEmpty()) {
            throw new WorkPlanProblem.OwnersElsewhere(elsewhere);
        }
        var left = PlannedEntries.places(content, entry -> is(entry, gone, LeftOut.Why.OWNER_LEFT));
        if (!left.isEmpty()) {
            throw new WorkPlanProblem.OwnersLeft(left);
        }
    }

    private static boolean is(PlanContent.Entry entry, Map<PersonId, Optional<LeftOut.Why>> gone, LeftOut.Why why) {
        return entry.recurring()
                .owner()
                .flatMap(owner -> gone.getOrDefault(owner, Optional.empty()))
                .filter(why::equals)
                .isPresent();
    }
}
