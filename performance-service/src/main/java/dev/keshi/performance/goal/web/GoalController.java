package dev.keshi.performance.goal.web;

import dev.keshi.directory.Access;
import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.directory.Permission;
import dev.keshi.directory.Scope;
import dev.keshi.messaging.CommandContext;
import dev.keshi.performance.goal.GoalOwner;
import dev.keshi.performance.goal.GoalProblem;
import dev.keshi.performance.goal.GoalQueries;
import dev.keshi.performance.goal.GoalService;
import dev.keshi.performance.goal.GoalSheetView;
import dev.keshi.service.command.Replies;
import dev.keshi.service.command.RequiresIfMatch;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.security.Caller;
import jakarta.validation.Valid;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Goals. Those of departments are known to all; those of a person to the person, those who lead, personnel and auditors. Whoever leads a
 * department sets its goals and those of its people, but never the own ones; personnel sets all but the own.
 */
@RestController
@RequestMapping("/api/performance/v1/goals")
class GoalController {

    private static final Permission SEE = new Permission("performance.goals.see", Set.of("AUDITOR", "HR"), true);
    private static final Permission SET = new Permission("performance.goals.set", Set.of("HR"), true);
    private static final String PEOPLE = "/people/{id}";
    private static final String DEPARTMENTS = "/departments/{id}";

    private final GoalService goals;
    private final GoalQueries queries;
    private final Access access;
    private final Directory directory;

    GoalController(GoalService goals, GoalQueries queries, Access access, Directory directory) {
        this.goals = goals;
        this.queries = queries;
        this.access = access;
        this.directory = directory;
    }

    @GetMapping(PEOPLE)
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<GoalSheetView> ofPerson(@PathVariable String id, Caller caller) {
        var owner = personCalled(id);
        var unused = person(owner, access.scopeFor(caller.id(), caller.roles(), SEE));
        var sheet = queries.of(owner);
        return Replies.ok(sheet, sheet.state());
    }

    @GetMapping(DEPARTMENTS)
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<GoalSheetView> ofDepartment(@PathVariable String id) {
        var owner = departmentCalled(id);
        requireDepartment(owner);
        var sheet = queries.of(owner);
        return Replies.ok(sheet, sheet.state());
    }

    @PostMapping(PEOPLE)
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<GoalSheetView> setForPerson(
            @PathVariable String id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody GoalRequests.SetGoal request) {
        var owner = personCalled(id);
        var sheet = goals.set(context, owner, settable(owner, caller), request.toPlan());
        return Replies.created("/api/performance/v1/goals/people/" + id, sheet, sheet.state());
    }

    @PostMapping(DEPARTMENTS)
    @PreAuthorize("isAuthenticated()")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<GoalSheetView> setForDepartment(
            @PathVariable String id,
            CommandContext context,
            Caller caller,
            @Valid @RequestBody GoalRequests.SetGoal request) {
        var owner = departmentCalled(id);
        var sheet = goals.set(context, owner, settable(owner, caller), request.toPlan());
        return Replies.created("/api/performance/v1/goals/departments/" + id, sheet, sheet.state());
    }

    @PostMapping(PEOPLE + "/{goalId}/adjust")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<GoalSheetView> adjustForPerson(
            @PathVariable String id,
            @PathVariable String goalId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody GoalRequests.AdjustGoal request) {
        return adjust(personCalled(id), goalId, context, caller, request);
    }

    @PostMapping(DEPARTMENTS + "/{goalId}/adjust")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<GoalSheetView> adjustForDepartment(
            @PathVariable String id,
            @PathVariable String goalId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody GoalRequests.AdjustGoal request) {
        return adjust(departmentCalled(id), goalId, context, caller, request);
    }

    @PostMapping(PEOPLE + "/{goalId}/end")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<GoalSheetView> endForPerson(
            @PathVariable String id,
            @PathVariable String goalId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody GoalRequests.EndGoal request) {
        return end(personCalled(id), goalId, context, caller, request);
    }

    @PostMapping(DEPARTMENTS + "/{goalId}/end")
    @PreAuthorize("isAuthenticated()")
    ResponseEntity<GoalSheetView> endForDepartment(
            @PathVariable String id,
            @PathVariable String goalId,
            @RequiresIfMatch CommandContext context,
            Caller caller,
            @Valid @RequestBody GoalRequests.EndGoal request) {
        return end(departmentCalled(id), goalId, context, caller, request);
    }

    private ResponseEntity<GoalSheetView> adjust(
            GoalOwner owner, String goalId, CommandContext context, Caller caller, GoalRequests.AdjustGoal request) {
        var sheet = goals.adjust(context, owner, settable(owner, caller), goalId, request.toTerms(), request.reason());
        return Replies.ok(sheet, sheet.state());
    }

    private ResponseEntity<GoalSheetView> end(
            GoalOwner owner, String goalId, CommandContext context, Caller caller, GoalRequests.EndGoal request) {
        var unused = settable(owner, caller);
        var sheet = goals.end(context, owner, goalId, request.outcome().status(), request.reason());
        return Replies.ok(sheet, sheet.state());
    }

    /**
     * The department of an owner whose goals the caller may set.
     *
     * @throws GoalProblem.OwnGoals for oneself
     * @throws GoalProblem.NoSuchOwner for others
     */
    private String settable(GoalOwner owner, Caller caller) {
        var scope = access.scopeFor(caller.id(), caller.roles(), SET);
        return switch (owner.kind()) {
            case PERSON -> {
                if (owner.id().equals(caller.id())) {
                    throw new GoalProblem.OwnGoals();
                }
                yield person(owner, scope).departmentId();
            }
            case DEPARTMENT -> {
                if (!scope.covers(owner.id())) {
                    throw new GoalProblem.NoSuchOwner(owner);
                }
                requireDepartment(owner);
                yield owner.id();
            }
        };
    }

    private static GoalOwner personCalled(String id) {
        requireId(id);
        return GoalOwner.person(id);
    }

    private static GoalOwner departmentCalled(String id) {
        requireId(id);
        return GoalOwner.department(id);
    }

    /** Nobody is called so, so there is nobody. */
    private static void requireId(String id) {
        if (!GoalOwner.isId(id)) {
            throw Problem.notFound("goal-owner-not-found").toException();
        }
    }

    private DirectoryPerson person(GoalOwner owner, Scope scope) {
        return directory.person(owner.id(), scope).orElseThrow(() -> new GoalProblem.NoSuchOwner(owner));
    }

    private void requireDepartment(GoalOwner owner) {
        if (directory.department(owner.id()).isEmpty()) {
            throw new GoalProblem.NoSuchOwner(owner);
        }
    }
}
