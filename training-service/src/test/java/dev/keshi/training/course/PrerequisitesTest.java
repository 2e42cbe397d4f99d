package dev.keshi.training.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What requires what: A requires B, B requires C and D, D requires C. */
class PrerequisitesTest {

    private static final CourseCode A = new CourseCode("A");
    private static final CourseCode B = new CourseCode("B");
    private static final CourseCode C = new CourseCode("C");
    private static final CourseCode D = new CourseCode("D");

    private final Prerequisites prerequisites =
            new Prerequisites(Map.of(A, Set.of(B), B, Set.of(C, D), C, Set.of(), D, Set.of(C)));

    @Test
    void twoWaysToTheSamePrerequisiteAreNoCircle() {
        assertThatCode(() -> prerequisites.requirePossible(A, Set.of(B, C, D))).doesNotThrowAnyException();
    }

    @Test
    void aCourseCannotRequireItself() {
        assertThatThrownBy(() -> prerequisites.requirePossible(A, Set.of(A)))
                .isInstanceOf(CourseProblem.RequiresItself.class);
        assertThatThrownBy(() -> prerequisites.requirePossible(new CourseCode("NEW"), Set.of(new CourseCode("NEW"))))
                .isInstanceOf(CourseProblem.RequiresItself.class);
    }

    @Test
    void norThroughOthersAndTheWayBackIsTold() {
        var refusal = catchThrowableOfType(
                CourseProblem.RequiresItself.class, () -> prerequisites.requirePossible(D, Set.of(A)));

        assertThat(refusal.circle()).isEqualTo(List.of(D, A, B, D));
    }

    @Test
    void whatIsNotOfferedCannotBeRequired() {
        assertThatThrownBy(() -> prerequisites.requirePossible(A, Set.of(new CourseCode("GONE"))))
                .isInstanceOf(CourseProblem.PrerequisiteMissing.class)
                .hasMessageContaining("GONE");
    }

    @Test
    void whatOthersRequireIsNeeded() {
        var refusal =
                catchThrowableOfType(CourseProblem.RequiredByOthers.class, () -> prerequisites.requireUnneeded(C));

        assertThat(refusal.others()).containsExactly(B, D);
        assertThatCode(() -> prerequisites.requireUnneeded(A)).doesNotThrowAnyException();
    }
}
