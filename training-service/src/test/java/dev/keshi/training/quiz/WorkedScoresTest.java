package dev.keshi.training.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What answers are worth, in a table that can be checked with a pocket calculator. */
class WorkedScoresTest {

    private static final List<Choice> CHOICES = List.of(
            new Choice("a", "甲", "A"), new Choice("b", "乙", "B"), new Choice("c", "丙", "C"), new Choice("d", "丁", "D"));

    /** Questions are code:kind:right:points, answers code=choices. */
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/quiz/worked-scores.csv", numLinesToSkip = 1)
    void comeOutAsWorkedByHand(
            String name,
            String questions,
            String answers,
            int passMark,
            int earned,
            int possible,
            String percent,
            boolean passed) {
        var score = Score.of(questions(questions), answers(answers), passMark);

        assertThat(score.earned()).isEqualTo(earned);
        assertThat(score.possible()).isEqualTo(possible);
        assertThat(score.percent().toPlainString()).isEqualTo(percent);
        assertThat(score.passed()).isEqualTo(passed);
    }

    private static List<Question> questions(String cell) {
        var questions = new ArrayList<Question>();
        for (var one : cell.split(" ")) {
            var parts = one.split(":");
            var kind = Arrays.stream(QuestionKind.values())
                    .filter(each -> each.name().startsWith(parts[1]))
                    .findFirst()
                    .orElseThrow();
            questions.add(new Question(
                    parts[0],
                    kind,
                    "题",
                    null,
                    kind == QuestionKind.TRUE_FALSE ? List.of() : CHOICES,
                    List.of(parts[2].split("\\+")),
                    Integer.parseInt(parts[3])));
        }
        return questions;
    }

    private static Map<String, Set<String>> answers(String cell) {
        var answers = new HashMap<String, Set<String>>();
        if (!cell.equals("-")) {
            for (var one : cell.split(" ")) {
                var parts = one.split("=");
                answers.put(parts[0], Set.of(parts[1].split("\\+")));
            }
        }
        return answers;
    }
}
