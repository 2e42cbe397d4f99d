package dev.keshi.workflow.request.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.workflow.engine.WorkflowProblem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

@Component
final class RequestProblems implements ProblemMapping<WorkflowProblem> {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Class<WorkflowProblem> failures() {
        return WorkflowProblem.class;
    }

    @Override
    public Problem describe(WorkflowProblem problem) {
        var code = problem.code();
        return switch (problem) {
            case WorkflowProblem.InvalidForm form ->
                Problem.unprocessable(code, form.errors().size()).withErrors(findings(form));
            case WorkflowProblem.NoSuchTask _ -> Problem.notFound(code);
            case WorkflowProblem.StaleTask _ -> Problem.of(412, code);
            case WorkflowProblem.NotYourTask _,
                    WorkflowProblem.NotInitiator _,
                    WorkflowProblem.NotParticipant _,
                    WorkflowProblem.ApproverIsInitiator _ -> Problem.forbidden(code);
            case WorkflowProblem.AlreadyDecided _,
                    WorkflowProblem.AlreadyClaimed _,
                    WorkflowProblem.NotClaimable _,
                    WorkflowProblem.ClaimFirst _,
                    WorkflowProblem.HasApprover _,
                    WorkflowProblem.InstanceEnded _,
                    WorkflowProblem.WithdrawTooLate _ -> Problem.conflict(code);
            case WorkflowProblem.NoSuchPerson _,
                    WorkflowProblem.EmptyComment _,
                    WorkflowProblem.ConditionUndecided _,
                    WorkflowProblem.NoFlowTaken _,
                    WorkflowProblem.EndlessLoop _,
                    WorkflowProblem.TooManyPaths _,
                    WorkflowProblem.Deadlocked _ -> Problem.unprocessable(code);
            case WorkflowProblem.ConditionUnavailable _ -> Problem.of(503, code).retryAfter(SOON);
        };
    }

    private static List<Finding> findings(WorkflowProblem.InvalidForm form) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return form.errors().stream()
                .map(error -> Finding.at("/form" + error.pointer(), error.code().text())
                        .saying(english ? error.en() : error.zh()))
                .toList();
    }
}
