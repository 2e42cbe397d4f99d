package dev.keshi.workflow.workplan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.workflow.approver.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Service;

/** Reads work plans. What somebody may not see is left out by the query itself; who is named in a plan sees it. */
@Service
public class WorkPlanQueries {

    private final MongoWorkPlans plans;
    private final PlanStaff staff;

    WorkPlanQueries(MongoWorkPlans plans, PlanStaff staff) {
        this.plans = plans;
        this.staff = staff;
    }

    /** Empty when there is none, or when the reader may not see it. */
    public Optional<WorkPlanView> find(WorkPlanId id, Scope scope) {
        return plans.selectOne(visible(id, scope)).map(this::view);
    }

    /** The newest first. */
    public Page<WorkPlanSummaryView> list(
            WorkPlanStatus status, Optional<String> department, Scope scope, Paging paging) {
        var filter = new ArrayList<Bson>();
        filter.add(eq(MongoWorkPlans.STATUS, status.name()));
        filter.add(scope.within(MongoWorkPlans.OWNERS, MongoWorkPlans.DEPARTMENT));
        department.ifPresent(id -> filter.add(eq(MongoWorkPlans.DEPARTMENT, id)));
        paging.after().ifPresent(after -> filter.add(behind(after)));
        return paging.page(
                plans.select(and(filter), paging.limit() + 1),
                plan -> Position.of(plan.state().draftedAt(), plan.id()),
                WorkPlanSummaryView::of);
    }

    /** The latest first; empty when the reader may not see the plan. */
    public Optional<Page<WorkPlanHistoryView>> history(WorkPlanId id, Scope scope, Paging paging) {
        if (plans.selectOne(visible(id, scope)).isEmpty()) {
            return Optional.empty();
        }
        var filter = new ArrayList<Bson>();
        filter.add(eq(MongoWorkPlans.PLAN, id.value()));
        paging.after().ifPresent(after -> filter.add(lt(MongoWorkPlans.REVISION, after.number())));
        return Optional.of(paging.page(
                plans.selectHistory(and(filter), paging.limit() + 1),
                turn -> Position.of(turn.state().revision(), turn.id()),
                turn -> WorkPlanHistoryView.of(turn.state())));
    }

    WorkPlanView view(Versioned<WorkPlanDocument> stored) {
        var plan = stored.state();
        var people = new HashSet<>(plan.ownerIds());
        people.add(plan.draftedBy());
        var departments = staff.departments(plan.departmentId());
        var gone = new HashMap<String, Optional<LeftOut.Why>>();
        var entries = plan.entries().stream()
                .map(entry -> PlannedEntryView.of(
                        entry,
                        Optional.ofNullable(entry.ownerId())
                                .flatMap(owner -> gone.computeIfAbsent(owner, one -> gone(one, departments)))
                                .orElse(null)))
                .toList();
        return WorkPlanView.of(stored.id(), plan, entries, new TreeMap<>(staff.names(people)));
    }

    private Optional<LeftOut.Why> gone(String owner, Set<String> departments) {
        return staff.gone(new PersonId(owner), departments);
    }

    private static Bson visible(WorkPlanId id, Scope scope) {
        return and(eq("_id", id.value()), scope.within(MongoWorkPlans.OWNERS, MongoWorkPlans.DEPARTMENT));
    }

    /** The first condition alone bounds the search in the index. */
    private static Bson behind(Position last) {
        return and(
                lte(MongoWorkPlans.DRAFTED_AT, last.instant()),
                or(lt(MongoWorkPlans.DRAFTED_AT, last.instant()), lt("_id", last.id())));
    }
}
