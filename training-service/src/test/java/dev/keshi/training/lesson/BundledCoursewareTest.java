package dev.keshi.training.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.training.course.CourseCode;
import dev.keshi.training.quiz.QuestionKind;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledCoursewareTest {

    static Stream<Map.Entry<CourseCode, Courseware>> all() {
        return BundledCourseware.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTextIsThereInBothLanguages(Map.Entry<CourseCode, Courseware> bundled) {
        var content = bundled.getValue();

        assertThat(content.lessons()).allSatisfy(lesson -> {
            assertChinese(lesson.title(), lesson.text());
            assertEnglish(lesson.titleEn(), lesson.textEn());
        });
        assertThat(content.bank().questions()).allSatisfy(question -> {
            assertChinese(question.text());
            assertEnglish(question.textEn());
            assertThat(question.choices()).allSatisfy(choice -> {
                assertChinese(choice.text());
                assertEnglish(choice.textEn());
            });
        });
    }

    /** No two attempts need be the same, and nothing is right always or never. */
    @ParameterizedTest
    @MethodSource("all")
    void aQuizDrawsFromMoreThanItAsksAndAllKindsAreInIt(Map.Entry<CourseCode, Courseware> bundled) {
        var bank = bundled.getValue().bank();

        assertThat(bank.questions()).hasSizeGreaterThan(bank.rules().drawn());
        assertThat(bank.questions()).extracting(question -> question.kind()).contains(QuestionKind.values());
        assertThat(bank.questions())
                .filteredOn(question -> question.kind() == QuestionKind.TRUE_FALSE)
                .extracting(question -> question.right().getFirst())
                .contains("true", "false");
        assertThat(bank.questions())
                .filteredOn(question -> question.kind() == QuestionKind.MULTIPLE_CHOICE)
                .allSatisfy(question -> assertThat(question.right())
                        .hasSizeBetween(2, question.choices().size() - 1));
    }

    private static void assertChinese(String... texts) {
        assertThat(texts).allSatisfy(text -> assertThat(text).containsPattern("\\p{IsHan}"));
    }

    private static void assertEnglish(String... texts) {
        assertThat(texts).allSatisfy(text -> assertThat(text).isNotBlank().doesNotContainPattern("\\p{IsHan}"));
    }
}
