package dev.keshi.training.attempt;

import dev.keshi.training.quiz.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as it is kept. Its questions follow from the version of the bank and the seed.
 *
 * @param number from 1, over all attempts of the person at the course
 * @param minutes how long the course took when the attempt began
 * @param result absent while it runs
 */
record AttemptDocument(
        String attemptId,
        int number,
        int coursewareVersion,
        int minutes,
        long seed,
        Instant startedAt,
        Instant endsAt,
        List<Answer> answers,
        @Nullable Result result) {

    AttemptDocument {
        answers = List.copyOf(answers);
    }

    record Answer(String question, List<String> choices) {
        Answer {
            choices = List.copyOf(choices);
        }
    }

    /** @param ranOut whether time ended it and not the person */
    record Result(Instant at, boolean ranOut, int earned, int possible, BigDecimal percent, boolean passed) {}

    boolean isOpen() {
        return result == null;
    }

    boolean isPassed() {
        return result != null && result.passed();
    }

    boolean hasRunOutAt(Instant now) {
        return isOpen() && !now.isBefore(endsAt);
    }

    AttemptStatus status() {
        return result == null ? AttemptStatus.OPEN : result.passed() ? AttemptStatus.PASSED : AttemptStatus.FAILED;
    }

    /** Answers to other questions stay; an answer that names nothing is taken back. */
    AttemptDocument answered(Map<String, Set<String>> given) {
        var merged = new LinkedHashMap<String, List<String>>();
        answers.forEach(answer -> merged.put(answer.question(), answer.choices()));
        given.forEach((question, named) -> {
            if (named.isEmpty()) {
                merged.remove(question);
            } else {
                merged.put(question, named.stream().sorted().toList());
            }
        });
        var kept = new ArrayList<Answer>();
        merged.forEach((question, named) -> kept.add(new Answer(question, named)));
        return new AttemptDocument(
                attemptId, number, coursewareVersion, minutes, seed, startedAt, endsAt, kept, result);
    }

    AttemptDocument ended(Score score, Instant at, boolean ranOut) {
        var reached = new Result(at, ranOut, score.earned(), score.possible(), score.percent(), score.passed());
        return new AttemptDocument(
                attemptId, number, coursewareVersion, minutes, seed, startedAt, endsAt, answers, reached);
    }

    Map<String, Set<String>> named() {
        var named = new LinkedHashMap<String, Set<String>>();
        answers.forEach(answer -> named.put(answer.question(), new HashSet<>(answer.choices())));
        return named;
    }
}
