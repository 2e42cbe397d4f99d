package dev.keshi.training.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.QuizFailedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.contracts.training.QuizStartedV1;
import dev.keshi.training.lesson.ReleasedBank;
import dev.keshi.training.quiz.Disclosure;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionBank;
import dev.keshi.training.quiz.QuestionKind;
import dev.keshi.training.quiz.QuizRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptSheetTest {

    private static final Instant NOON = Instant.parse("2026-03-09T04:00:00Z");
    private static final Question QUESTION =
            new Question("q", QuestionKind.TRUE_FALSE, "题", null, List.of(), List.of(Question.TRUE), 1);
    private static final ReleasedBank BANK =
            new ReleasedBank(1, new QuestionBank(List.of(QUESTION), new QuizRules(1, 100, 2, 30, Disclosure.NEVER)));
    private static final Map<String, Set<String>> RIGHT = Map.of("q", Set.of(Question.TRUE));
    private static final Map<String, Set<String>> WRONG = Map.of("q", Set.of(Question.FALSE));

    private final AttemptSheet sheet = AttemptSheet.of(
            new AttemptSheetId("sheet"), AttemptSheetDocument.empty("C", "ona", "team"), new DrawnQuestions() {
                @Override
                public List<Question> of(AttemptDocument attempt) {
                    return BANK.bank().draw(attempt.seed());
                }

                @Override
                public int passPercent(AttemptDocument attempt) {
                    return 100;
                }
            });

    @Test
    void oneAttemptRunsAtATime() {
        start("one", NOON);

        assertThatExceptionOfType(AttemptProblem.AnotherRuns.class)
                .isThrownBy(() -> start("two", NOON.plus(Duration.ofMinutes(29))))
                .satisfies(refused ->
                        assertThat(refused.running()).isEqualTo(id("one").value()));
    }

    @Test
    void theLastMomentIsInTimeAndTheNextIsNot() {
        start("one", NOON);
        sheet.save(id("one"), WRONG, NOON.plus(Duration.ofMinutes(30)).minusMillis(1));

        assertThatExceptionOfType(AttemptProblem.RanOut.class)
                .isThrownBy(() -> sheet.submit(id("one"), RIGHT, NOON.plus(Duration.ofMinutes(30))));
        assertThat(sheet.toDocument().attempts().getFirst().isOpen()).isTrue();
    }

    @Test
    void whatRanOutIsScoredOnceWithWhatWasKeptBeforeTheNextBegins() {
        start("one", NOON);
        sheet.save(id("one"), WRONG, NOON);
        var later = NOON.plus(Duration.ofHours(1));

        start("two", later);
        sheet.expire(later);

        assertThat(sheet.takeEvents())
                .<Class<?>>extracting(PublishedEvent::getClass)
                .containsExactly(QuizStartedV1.class, QuizFailedV1.class, QuizStartedV1.class);
        var first = sheet.toDocument().attempts().getFirst().result();
        assertThat(first).isNotNull();
        assertThat(first.ranOut()).isTrue();
        assertThat(first.at()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    }

    @Test
    void noMoreAttemptsAreBegunThanThereAre() {
        for (var attempt : List.of("one", "two")) {
            start(attempt, NOON);
            sheet.submit(id(attempt), WRONG, NOON);
        }

        assertThatExceptionOfType(AttemptProblem.Spent.class).isThrownBy(() -> start("three", NOON));
        sheet.renew(2, 1, NOON);
        start("three", NOON);
        assertThatExceptionOfType(AttemptProblem.AnotherRuns.class).isThrownBy(() -> sheet.renew(2, 1, NOON));
    }

    @Test
    void whoHasPassedBeginsAgainOnlyWhenItIsToBeRenewed() {
        start("one", NOON);
        sheet.submit(id("one"), RIGHT, NOON);
        assertThat(sheet.takeEvents()).last().isInstanceOf(QuizPassedV1.class);
        var renewable = NOON.plus(Duration.ofDays(300));

        assertThatExceptionOfType(AttemptProblem.PassedBefore.class)
                .isThrownBy(() -> start("two", renewable.minusMillis(1), Optional.of(renewable)));
        assertThatExceptionOfType(AttemptProblem.PassedBefore.class)
                .isThrownBy(() -> start("two", renewable, Optional.empty()));
        start("two", renewable, Optional.of(renewable));
        assertThat(sheet.toDocument().attempts()).hasSize(2);
    }

    @Test
    void whatIsOverTakesNoAnswers() {
        start("one", NOON);
        sheet.submit(id("one"), WRONG, NOON);

        assertThatExceptionOfType(AttemptProblem.Over.class).isThrownBy(() -> sheet.submit(id("one"), RIGHT, NOON));
        assertThatExceptionOfType(AttemptProblem.Unknown.class).isThrownBy(() -> sheet.save(id("other"), RIGHT, NOON));
    }

    private void start(String attempt, Instant now) {
        start(attempt, now, Optional.empty());
    }

    private void start(String attempt, Instant now, Optional<Instant> renewable) {
        sheet.start(id(attempt), BANK, 45, 7, "team", passed -> renewable, now);
    }

    private static AttemptId id(String attempt) {
        return new AttemptId(attempt);
    }
}
