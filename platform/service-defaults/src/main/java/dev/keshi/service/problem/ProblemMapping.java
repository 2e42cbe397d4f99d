package dev.keshi.service.problem;

/**
 * Says once per feature what its failures mean over HTTP. A bean in the feature's {@code web} package:
 *
 * <pre>{@code
 * @Component
 * final class DepartmentProblems implements ProblemMapping<DepartmentProblem> {
 *     public Class<DepartmentProblem> failures() { return DepartmentProblem.class; }
 *
 *     public Problem describe(DepartmentProblem problem) {
 *         return switch (problem) {
 *             case DepartmentProblem.Closed closed -> Problem.conflict("department-closed", closed.name());
 *             case DepartmentProblem.WouldBeCycle cycle -> Problem.unprocessable("department-cycle");
 *         };
 *     }
 * }
 * }</pre>
 *
 * Messages stand in {@code problems.properties} (zh-CN) and {@code problems_en.properties} in the package of the
 * mapping, UTF-8, in the form of {@link java.text.MessageFormat}: {@code <code>} is the title and {@code <code>.detail}
 * the optional sentence with the arguments; a finding's message is {@code <code>}.
 *
 * @param <F> the sealed failure type of the feature
 */
public interface ProblemMapping<F extends RuntimeException> {

    Class<F> failures();

    Problem describe(F failure);

    /** Base name of the bundle with the messages. */
    default String bundle() {
        return getClass().getPackageName() + ".problems";
    }
}
