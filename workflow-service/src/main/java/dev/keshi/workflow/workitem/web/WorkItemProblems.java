package dev.keshi.workflow.workitem.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.workflow.workitem.WorkItemProblem;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class WorkItemProblems implements ProblemMapping<WorkItemProblem> {

    @Override
    public Class<WorkItemProblem> failures() {
        return WorkItemProblem.class;
    }

    @Override
    public Problem describe(WorkItemProblem problem) {
        return switch (problem) {
            case WorkItemProblem.MayNotAssign _ -> Problem.forbidden("work-item-assignment-not-allowed");
            case WorkItemProblem.OwnerLeft _ -> at("/ownerId", "work-item-owner-left");
            case WorkItemProblem.NoSuchRequest _ -> at("/requestId", "work-item-request-not-found");
            case WorkItemProblem.DueInThePast _ -> at("/dueDate", "work-item-due-in-the-past");
            case WorkItemProblem.DueTooFarAway _ -> at("/dueDate", "work-item-due-too-far-away");
            case WorkItemProblem.SameDueDate _ -> at("/dueDate", "work-item-same-due-date");
            case WorkItemProblem.SameOwner _ -> at("/ownerId", "work-item-same-owner");
            case WorkItemProblem.NotOwner _ -> Problem.forbidden("work-item-not-yours");
            case WorkItemProblem.NotInCharge _ -> Problem.forbidden("work-item-not-in-charge");
            case WorkItemProblem.NotReported _ -> Problem.conflict("work-item-not-reported");
            case WorkItemProblem.AlreadyReported _ -> Problem.conflict("work-item-already-reported");
            case WorkItemProblem.Ended _ -> Problem.conflict("work-item-ended");
            case WorkItemProblem.ChangedTooOften _ -> Problem.conflict("work-item-changed-too-often");
        };
    }

    private static Problem at(String pointer, String code) {
        return Problem.unprocessable(code).withErrors(List.of(Finding.at(pointer, code)));
    }
}
