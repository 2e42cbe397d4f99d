package dev.keshi.risk.matrix.web;

import dev.keshi.risk.matrix.Exposure;
import dev.keshi.risk.matrix.MatrixProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class MatrixProblems implements ProblemMapping<MatrixProblem> {

    private static final Duration SOON = Duration.ofSeconds(1);

    @Override
    public Class<MatrixProblem> failures() {
        return MatrixProblem.class;
    }

    @Override
    public Problem describe(MatrixProblem problem) {
        return switch (problem) {
            case MatrixProblem.Size size ->
                Problem.unprocessable("matrix-size")
                        .withErrors(List.of(Finding.at("/" + size.part(), "matrix-size-part", size.found())));
            case MatrixProblem.Hole hole ->
                Problem.unprocessable("matrix-hole", hole.holes().size())
                        .withErrors(hole.holes().stream()
                                .map(at -> Finding.at(pointer(at), "matrix-cell-empty"))
                                .toList());
            case MatrixProblem.Falls falls ->
                Problem.unprocessable("matrix-falls")
                        .withErrors(falls.falls().stream()
                                .map(at -> Finding.at(pointer(at), "matrix-cell-falls"))
                                .toList());
            case MatrixProblem.UnknownLevel unknown ->
                Problem.unprocessable("matrix-level-unknown", unknown.code())
                        .withErrors(List.of(Finding.at(pointer(unknown.at()), "matrix-level-unknown", unknown.code())));
            case MatrixProblem.LevelTwice twice -> Problem.unprocessable("matrix-level-twice", twice.code());
            case MatrixProblem.Unknown _ -> Problem.notFound("matrix-not-found");
            case MatrixProblem.NoneYet _ -> Problem.of(503, "matrix-none-yet").retryAfter(SOON);
            case MatrixProblem.NotNewest drawn -> Problem.conflict("matrix-not-newest", drawn.newest());
        };
    }

    private static String pointer(Exposure at) {
        return "/cells/%d/%d".formatted(at.likelihood() - 1, at.impact() - 1);
    }
}
