package dev.keshi.training.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bank and the answers, scores keep their promises. Each try is a bank with answers, drawn from a seed. */
class ScorePropertiesTest {

    private static final List<String> CODES = List.of("a", "b", "c", "d", "e");

    @Property(tries = 1000)
    void aScoreIsThePartOfThePointsWithinATwentiethOfAPercent(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var score = drawn.score(60);

        assertThat(score.percent()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        var error = score.percent()
                .multiply(BigDecimal.valueOf(score.possible()))
                .subtract(BigDecimal.valueOf(100L * score.earned()))
                .abs();
        assertThat(error.multiply(BigDecimal.valueOf(20))).isLessThanOrEqualTo(BigDecimal.valueOf(score.possible()));
    }

    @Property(tries = 1000)
    void oneMoreRightAnswerGivesItsPointsAndTakesNothing(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        for (var question : drawn.questions) {
            var corrected = new HashMap<>(drawn.answers);
            boolean before = question.isRight(corrected.getOrDefault(question.code(), Set.of()));
            corrected.put(question.code(), Set.copyOf(question.right()));

            var score = Score.of(drawn.questions, corrected, 60);

            assertThat(score.earned()).isEqualTo(drawn.score(60).earned() + (before ? 0 : question.points()));
        }
    }

    @Property(tries = 1000)
    void anAnswerThatNamesOneMoreOrOneLessThanTheRightOnesGivesNothing(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        for (var question : drawn.questions) {
            for (var code : question.answerable()) {
                var named = new HashSet<>(question.right());
                if (!named.remove(code)) {
                    named.add(code);
                }
                assertThat(Score.of(List.of(question), Map.of(question.code(), named), 1)
                                .earned())
                        .isZero();
            }
        }
    }

    @Property(tries = 500)
    void theOrderOfQuestionsAndAnswersSaysNothing(@ForAll long seed) {
        var drawn = Drawn.from(seed);

        assertThat(Score.of(drawn.questions.reversed(), new HashMap<>(drawn.answers), 60))
                .isEqualTo(drawn.score(60));
    }

    @Property(tries = 500)
    void aHigherMarkIsNeverEasier(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 100) int low,
            @ForAll @IntRange(min = 1, max = 100) int high) {
        var drawn = Drawn.from(seed);
        if (drawn.score(Math.max(low, high)).passed()) {
            assertThat(drawn.score(Math.min(low, high)).passed()).isTrue();
        }
    }

    @Property(tries = 500)
    void oneSeedDrawsOneSelectionWithoutAnyTwice(@ForAll long seed, @ForAll long drawing) {
        var questions = Drawn.from(seed).questions;
        int wanted = 1 + new Random(seed).nextInt(questions.size());
        var bank = new QuestionBank(questions, new QuizRules(wanted, 60, 1, 30, Disclosure.NEVER));

        var once = bank.draw(drawing);

        assertThat(bank.draw(drawing)).isEqualTo(once);
        assertThat(once).hasSize(wanted).extracting(Question::code).doesNotHaveDuplicates();
        assertThat(once).allSatisfy(question -> {
            var original = questions.stream()
                    .filter(one -> one.code().equals(question.code()))
                    .findFirst()
                    .orElseThrow();
            assertThat(question.choices()).containsExactlyInAnyOrderElementsOf(original.choices());
            assertThat(question.right()).isEqualTo(original.right());
        });
    }

    private record Drawn(List<Question> questions, Map<String, Set<String>> answers) {

        static Drawn from(long seed) {
            var random = new Random(seed);
            var questions = new ArrayList<Question>();
            var answers = new HashMap<String, Set<String>>();
            int many = 1 + random.nextInt(12);
            for (int at = 0; at < many; at++) {
                var question = question("q" + at, random);
                questions.add(question);
                if (random.nextInt(4) > 0) {
                    answers.put(
                            question.code(),
                            question.answerable().stream()
                                    .filter(code -> random.nextBoolean())
                                    .collect(Collectors.toSet()));
                }
            }
            return new Drawn(questions, answers);
        }

        private static Question question(String code, Random random) {
            int points = 1 + random.nextInt(Question.MOST_POINTS);
            var choices = CODES.subList(0, 2 + random.nextInt(4)).stream()
                    .map(each -> new Choice(each, each, null))
                    .toList();
            var first = choices.get(random.nextInt(choices.size())).code();
            return switch (QuestionKind.values()[random.nextInt(3)]) {
                case TRUE_FALSE ->
                    new Question(
                            code,
                            QuestionKind.TRUE_FALSE,
                            "题",
                            null,
                            List.of(),
                            List.of(String.valueOf(random.nextBoolean())),
                            points);
                case SINGLE_CHOICE ->
                    new Question(code, QuestionKind.SINGLE_CHOICE, "题", null, choices, List.of(first), points);
                case MULTIPLE_CHOICE -> {
                    var right = new ArrayList<>(List.of(first));
                    choices.stream()
                            .map(Choice::code)
                            .filter(each -> !each.equals(first) && random.nextBoolean())
                            .forEach(right::add);
                    yield new Question(code, QuestionKind.MULTIPLE_CHOICE, "题", null, choices, right, points);
                }
            };
        }

        Score score(int passMark) {
            return Score.of(questions, answers, passMark);
        }
    }
}
