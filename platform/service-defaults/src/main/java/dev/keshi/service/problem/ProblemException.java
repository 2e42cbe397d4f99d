package dev.keshi.service.problem;

/** Carries a problem whose meaning needs no failure type of its own. Rules of the domain throw typed failures instead. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + " " + problem.args(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
