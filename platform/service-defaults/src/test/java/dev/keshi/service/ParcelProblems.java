package dev.keshi.service;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class ParcelProblems implements ProblemMapping<ParcelProblem> {

    @Override
    public Class<ParcelProblem> failures() {
        return ParcelProblem.class;
    }

    @Override
    public Problem describe(ParcelProblem problem) {
        return switch (problem) {
            case ParcelProblem.Sealed sealed -> Problem.conflict("parcel-sealed", sealed.parcel);
            case ParcelProblem.TooHeavy heavy ->
                Problem.unprocessable("parcel-too-heavy")
                        .withErrors(List.of(Finding.at("/grams", "too-many-grams", heavy.grams, 500)));
        };
    }
}
