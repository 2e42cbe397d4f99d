package dev.keshi.performance.template.web;

import dev.keshi.performance.template.TemplateProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class TemplateProblems implements ProblemMapping<TemplateProblem> {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Class<TemplateProblem> failures() {
        return TemplateProblem.class;
    }

    @Override
    public Problem describe(TemplateProblem problem) {
        return switch (problem) {
            case TemplateProblem.Unknown _, TemplateProblem.NoneFits _ -> Problem.notFound("template-not-found");
            case TemplateProblem.Released _ -> Problem.conflict("template-released");
            case TemplateProblem.NoSuchIndicator missing ->
                Problem.unprocessable("template-indicator-missing", missing.code())
                        .withErrors(List.of(Finding.at("/indicators", "template-indicator-missing", missing.code())));
            case TemplateProblem.DraftedByOthers _ ->
                Problem.conflict("template-drafted-by-others").retryAfter(SOON);
        };
    }
}
