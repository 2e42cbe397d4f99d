package dev.keshi.performance.goal;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.goal.GoalSheetDocument.Goal;
import dev.keshi.performance.goal.GoalSheetDocument.Terms;
import dev.keshi.performance.indicator.IndicatorQueries;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The door for goals. Whether somebody may set those of an owner has been asked before. */
@Service
public class GoalService {

    private final MongoGoalSheets sheets;
    private final IndicatorQueries indicators;
    private final OrganisationQueries organisation;
    private final EnterpriseTime time;
    private final Ids ids;

    GoalService(
            MongoGoalSheets sheets,
            IndicatorQueries indicators,
            OrganisationQueries organisation,
            EnterpriseTime time,
            Ids ids) {
        this.sheets = sheets;
        this.indicators = indicators;
        this.organisation = organisation;
        this.time = time;
        this.ids = ids;
    }

    /**
     * Sets a goal; the same command again, by its idempotency key, sets none.
     *
     * @param departmentId of the owner: the department itself, or where the person works
     * @throws GoalProblem when a rule forbids it
     */
    public Versioned<GoalSheetView> set(CommandContext context, GoalOwner owner, String departmentId, GoalPlan plan) {
        requireIndicator(plan.terms());
        plan.parent()
                .ifPresent(parent ->
                        requireParent(parent, owner, departmentId, plan.terms().dueOn()));
        var goal = new Goal(
                "g-" + ids.forCommand("goal", context),
                plan.title(),
                plan.firstDay(),
                plan.parent().orElse(null),
                Terms.of(plan.terms()),
                GoalStatus.OPEN,
                List.of(),
                null);
        return view(sheets.changeOrCreate(
                owner,
                context.forAnyVersion(),
                sheet -> sheet.with(goal),
                sheet -> GoalEvents.set(owner, sheet.require(goal.id()))));
    }

    /** Adjusts a goal that is open, for a reason that is kept beside what held before. */
    public Versioned<GoalSheetView> adjust(
            CommandContext context,
            GoalOwner owner,
            String departmentId,
            String goalId,
            GoalTerms terms,
            String reason) {
        requireIndicator(terms);
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        return change(owner, goalId, () -> {
            var before = find(owner).require(goalId);
            // What it serves may have ended since; only who wants more time has to ask again.
            if (before.parentId() != null
                    && terms.dueOn().isAfter(before.terms().dueOn())) {
                requireParent(before.parentId(), owner, departmentId, terms.dueOn());
            }
            if (terms.dueOn().isBefore(before.terms().dueOn())) {
                sheets.latestThatServes(goalId).filter(terms.dueOn()::isBefore).ifPresent(latest -> {
                    throw new GoalProblem.EndsBeforeOthers(latest);
                });
            }
            return sheets.change(
                    owner,
                    context,
                    sheet -> sheet.adjusted(goalId, Terms.of(terms), reason, context.actor(), at),
                    sheet -> GoalEvents.adjusted(owner, sheet.require(goalId)));
        });
    }

    /** @param status what became of it, not OPEN */
    public Versioned<GoalSheetView> end(
            CommandContext context, GoalOwner owner, String goalId, GoalStatus status, String reason) {
        return change(
                owner,
                goalId,
                () -> sheets.change(
                        owner,
                        context,
                        sheet -> sheet.ended(goalId, status, reason),
                        sheet -> GoalEvents.ended(owner, sheet.require(goalId))));
    }

    private Versioned<GoalSheetView> change(
            GoalOwner owner, String goalId, Supplier<Versioned<GoalSheetDocument>> change) {
        try {
            return view(change.get());
        } catch (AggregateFailure.NotFound noSheet) {
            throw new GoalProblem.Unknown(goalId);
        }
    }

    private GoalSheetDocument find(GoalOwner owner) {
        return sheets.find(owner).map(Versioned::state).orElseGet(() -> GoalSheetDocument.empty(owner));
    }

    private void requireIndicator(GoalTerms terms) {
        terms.indicator()
                .filter(code -> !indicators.missing(List.of(code)).isEmpty())
                .ifPresent(code -> {
                    throw new GoalProblem.NoSuchIndicator(code.value());
                });
    }

    /** A goal serves one of the same department or of one above; that of a department none of its own. */
    private void requireParent(String parentId, GoalOwner owner, String departmentId, LocalDate dueOn) {
        var sheet = sheets.withGoal(parentId)
                .filter(found -> found.kind() == GoalOwner.Kind.DEPARTMENT)
                .filter(found -> !(owner.kind() == GoalOwner.Kind.DEPARTMENT
                        && found.ownerId().equals(owner.id())))
                .filter(found -> organisation.tree().isWithin(departmentId, found.ownerId()))
                .orElseThrow(GoalProblem.ParentDoesNotFit::new);
        var parent = sheet.require(parentId);
        if (parent.status() != GoalStatus.OPEN) {
            throw new GoalProblem.ParentDoesNotFit();
        }
        if (dueOn.isAfter(parent.terms().dueOn())) {
            throw new GoalProblem.OutlastsParent();
        }
    }

    private static Versioned<GoalSheetView> view(Versioned<GoalSheetDocument> sheet) {
        return new Versioned<>(sheet.id(), sheet.version(), GoalSheetView.of(sheet.state()));
    }
}
