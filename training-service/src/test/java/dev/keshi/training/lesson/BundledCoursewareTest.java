package dev.keshi.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.training.course.CourseCode;
import dev.keshi.training.quiz.Disclosure;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledCoursewareTest {

    private static final String CHINESE = "(?s).*\\p{IsHan}.*";
    private static final String ENGLISH = "(?s)\\P{IsHan}*[A-Za-z]\\P{IsHan}*";

    static Stream<CourseCode> courses() {
        return BundledCourseware.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everyLessonIsThereInBothLanguages(CourseCode course) {
        assertThat(of(course).lessons()).hasSizeBetween(3, 5).allSatisfy(lesson -> {
            assertThat(lesson.title()).matches(CHINESE);
            assertThat(lesson.text()).matches(CHINESE).hasSizeGreaterThan(200);
            assertThat(lesson.titleEn()).isNotNull().matches(ENGLISH);
            assertThat(lesson.textEn()).isNotNull().matches(ENGLISH).hasSizeGreaterThan(500);
            assertThat(points(lesson.text())).isEqualTo(points(lesson.textEn()));
        });
    }

    @ParameterizedTest
    @MethodSource("courses")
    void everyQuestionIsThereInBothLanguages(CourseCode course) {
        assertThat(of(course).bank().questions()).allSatisfy(question -> {
            assertThat(question.text()).matches(CHINESE);
            assertThat(question.textEn()).isNotNull().matches(ENGLISH);
            assertThat(question.choices()).allSatisfy(choice -> {
                assertThat(choice.text()).matches(CHINESE);
                assertThat(choice.textEn()).isNotNull().matches(ENGLISH);
            });
            assertThat(question.choices().stream().map(choice -> choice.text())).doesNotHaveDuplicates();
            assertThat(question.choices().stream().map(choice -> choice.textEn()))
                    .doesNotHaveDuplicates();
        });
    }

    /** Who knows nothing and always names the first choice, or that all is true, does not pass. */
    @ParameterizedTest
    @MethodSource("courses")
    void theBankAsksInEveryWayAndRightIsNotAlwaysTheSame(CourseCode course) {
        var questions = of(course).bank().questions();

        assertThat(questions.stream().map(Question::kind)).contains(QuestionKind.values());
        for (var kind : QuestionKind.values()) {
            assertThat(questions.stream()
                            .filter(question -> question.kind() == kind)
                            .map(Question::right)
                            .collect(Collectors.toSet()))
                    .as(kind.name())
                    .hasSizeGreaterThan(1);
        }
        assertThat(questions)
                .filteredOn(question -> question.kind() == QuestionKind.MULTIPLE_CHOICE)
                .allSatisfy(question -> assertThat(question.right())
                        .hasSizeGreaterThan(1)
                        .hasSizeLessThan(question.choices().size()));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void theQuizIsNotTheSameForEverybody(CourseCode course) {
        var bank = of(course).bank();

        assertThat(bank.questions()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(bank.rules().drawn()).isLessThan(bank.questions().size());
        assertThat(LongStream.range(0, 20)
                        .mapToObj(seed ->
                                bank.draw(seed).stream().map(Question::code).collect(Collectors.toSet()))
                        .distinct())
                .hasSizeGreaterThan(1);
        assertThat(bank.rules().disclosure()).isEqualTo(Disclosure.WHEN_PASSED);
    }

    private static Courseware of(CourseCode course) {
        return BundledCourseware.all().get(course);
    }

    /** Both languages have the same structure: what one adds to a list the other has as well. */
    private static List<String> points(String markdown) {
        return markdown.lines()
                .map(line -> line.replaceFirst("^(- |\\d\\. |\\|)?.*$", "$1"))
                .toList();
    }
}
