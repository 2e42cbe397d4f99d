package dev.keshi.workflow.workplan.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.workflow.workplan.WorkPlanProblem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class WorkPlanProblems implements ProblemMapping<WorkPlanProblem> {

    @Override
    public Class<WorkPlanProblem> failures() {
        return WorkPlanProblem.class;
    }

    @Override
    public Problem describe(WorkPlanProblem problem) {
        return switch (problem) {
            case WorkPlanProblem.Unknown _ -> Problem.notFound("work-plan-not-found");
            case WorkPlanProblem.NotInCharge _ -> Problem.forbidden("work-plan-not-in-charge");
            case WorkPlanProblem.NoSuchDepartment _ -> at("/departmentId", "work-plan-department-not-found");
            case WorkPlanProblem.AlreadyActive _ -> Problem.conflict("work-plan-already-active");
            case WorkPlanProblem.Ended _ -> Problem.conflict("work-plan-ended");
            case WorkPlanProblem.EndBeforeStart _ -> at("/validUntil", "work-plan-end-before-start");
            case WorkPlanProblem.Over _ -> at("/validUntil", "work-plan-over");
            case WorkPlanProblem.DayOutOfRange day -> at("/" + day.field(), "work-plan-day-out-of-range");
            case WorkPlanProblem.UnknownEntries entries -> at(entries, "id", "work-plan-entry-not-found");
            case WorkPlanProblem.EntriesTwice entries -> at(entries, "id", "work-plan-entry-twice");
            case WorkPlanProblem.OwnersElsewhere entries -> at(entries, "ownerId", "work-plan-owner-elsewhere");
            case WorkPlanProblem.OwnersLeft entries -> at(entries, "ownerId", "work-plan-owner-left");
        };
    }

    private static Problem at(String pointer, String code) {
        return Problem.unprocessable(code).withErrors(List.of(Finding.at(pointer, code)));
    }

    private static Problem at(WorkPlanProblem.OfEntries entries, String field, String code) {
        return Problem.unprocessable(code)
                .withErrors(entries.places().stream()
                        .map(place -> Finding.at("/entries/" + place + "/" + field, code))
                        .toList());
    }
}
