package dev.keshi.training.attempt;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.training.lesson.ReleasedBank;
import dev.keshi.training.quiz.Question;
import dev.keshi.training.quiz.QuestionKind;
import dev.keshi.training.quiz.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All attempts of a person at a course. One runs at a time. */
final class AttemptSheet {

    /** Versions and renewals give more attempts, but no more than this in a life. */
    static final int MOST_KEPT = 100;

    private final AttemptSheetId id;
    private final String courseCode;
    private final String personId;
    private final DrawnQuestions drawn;
    private String departmentId;
    private int countedFrom;
    private final List<AttemptDocument> attempts;
    private final List<PublishedEvent> events = new ArrayList<>();

    private AttemptSheet(AttemptSheetId id, AttemptSheetDocument kept, DrawnQuestions drawn) {
        this.id = id;
        this.courseCode = kept.courseCode();
        this.personId = kept.personId();
        this.drawn = drawn;
        this.departmentId = kept.departmentId();
        this.countedFrom = kept.countedFrom();
        this.attempts = new ArrayList<>(kept.attempts());
    }

    static AttemptSheet of(AttemptSheetId id, AttemptSheetDocument kept, DrawnQuestions drawn) {
        return new AttemptSheet(id, kept, drawn);
    }

    /**
     * Begins an attempt.
     *
     * @param newest what it draws from
     * @param minutes how long the course takes, for who passes
     * @param department where the person works now
     * @param renewableFrom when somebody who passed then may take the quiz again; empty: never
     */
    void start(
            AttemptId attempt,
            ReleasedBank newest,
            int minutes,
            long seed,
            String department,
            Function<Instant, Optional<Instant>> renewableFrom,
            Instant now) {
        expire(now);
        last().filter(AttemptDocument::isOpen).ifPresent(running -> {
            throw new AttemptProblem.AnotherRuns(running.attemptId());
        });
        lastPass().ifPresent(pass -> renew(pass, renewableFrom, now));
        var rules = newest.bank().rules();
        long spent = attempts.stream()
                .skip(countedFrom)
                .filter(one -> one.coursewareVersion() == newest.version())
                .count();
        if (spent >= rules.attempts() || attempts.size() >= MOST_KEPT) {
            throw new AttemptProblem.Spent(rules.attempts());
        }
        departmentId = department;
        var begun = new AttemptDocument(
                attempt.value(),
                attempts.size() + 1,
                newest.version(),
                minutes,
                seed,
                now,
                now.plus(Duration.ofMinutes(rules.minutes())),
                List.of(),
                null);
        attempts.add(begun);
        events.add(AttemptEvents.started(id, toDocument(), begun));
    }

    /** Keeps answers, so that they count when time runs out. */
    void save(AttemptId attempt, Map<String, Set<String>> answers, Instant now) {
        int at = running(attempt, now);
        attempts.set(at, attempts.get(at).answered(checked(attempts.get(at), answers)));
    }

    /** Keeps the last answers and scores all of them. */
    void submit(AttemptId attempt, Map<String, Set<String>> answers, Instant now) {
        save(attempt, answers, now);
        end(running(attempt, now), now, false);
    }

    /** Scores what has run out as it stands. */
    void expire(Instant now) {
        for (int at = 0; at < attempts.size(); at++) {
            if (attempts.get(at).hasRunOutAt(now)) {
                end(at, attempts.get(at).endsAt(), true);
            }
        }
    }

    /** Lets somebody begin anew who has passed, or has no attempt left. */
    void renew(int allowed, int newestVersion, Instant now) {
        expire(now);
        last().filter(AttemptDocument::isOpen).ifPresent(running -> {
            throw new AttemptProblem.AnotherRuns(running.attemptId());
        });
        long spent = attempts.stream()
                .skip(countedFrom)
                .filter(one -> one.coursewareVersion() == newestVersion)
                .count();
        if (lastPass().isEmpty() && spent < allowed) {
            throw new AttemptProblem.AttemptsLeft();
        }
        countedFrom = attempts.size();
        events.add(AttemptEvents.renewed(id, toDocument()));
    }

    AttemptSheetDocument toDocument() {
        return new AttemptSheetDocument(
                courseCode,
                personId,
                departmentId,
                countedFrom,
                attempts,
                last().filter(AttemptDocument::isOpen)
                        .map(AttemptDocument::endsAt)
                        .orElse(null));
    }

    /** What happened since the last call, in order. */
    List<PublishedEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    private void renew(AttemptDocument pass, Function<Instant, Optional<Instant>> renewableFrom, Instant now) {
        if (pass.result() == null
                || renewableFrom
                        .apply(pass.result().at())
                        .filter(from -> !now.isBefore(from))
                        .isEmpty()) {
            throw new AttemptProblem.PassedBefore();
        }
        countedFrom = attempts.size();
    }

    private void end(int at, Instant when, boolean ranOut) {
        var attempt = attempts.get(at);
        var score = Score.of(drawn.of(attempt), attempt.named(), drawn.passPercent(attempt));
        var ended = attempt.ended(score, when, ranOut);
        attempts.set(at, ended);
        events.add(AttemptEvents.ended(id, toDocument(), ended));
    }

    private int running(AttemptId attempt, Instant now) {
        for (int at = 0; at < attempts.size(); at++) {
            var one = attempts.get(at);
            if (one.attemptId().equals(attempt.value())) {
                if (!one.isOpen()) {
                    throw new AttemptProblem.Over();
                }
                if (one.hasRunOutAt(now)) {
                    throw new AttemptProblem.RanOut();
                }
                return at;
            }
        }
        throw new AttemptProblem.Unknown(attempt);
    }

    private Map<String, Set<String>> checked(AttemptDocument attempt, Map<String, Set<String>> answers) {
        var questions = drawn.of(attempt).stream().collect(Collectors.toMap(Question::code, one -> one));
        answers.forEach((code, named) -> {
            var question = questions.get(code);
            if (question == null) {
                throw new AttemptProblem.NotAsked(code);
            }
            if (!question.answerable().containsAll(named)) {
                throw new AttemptProblem.NoSuchChoice(code);
            }
            if (question.kind() != QuestionKind.MULTIPLE_CHOICE && named.size() > 1) {
                throw new AttemptProblem.SeveralChoices(code);
            }
        });
        return answers;
    }

    private Optional<AttemptDocument> last() {
        return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast());
    }

    /** Of those that count. */
    private Optional<AttemptDocument> lastPass() {
        return attempts.stream()
                .skip(countedFrom)
                .filter(AttemptDocument::isPassed)
                .reduce((earlier, later) -> later);
    }
}
