package dev.keshi.training.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What all say of one session or course, added up. No single answer is kept, nor when it was given. Figures are shown in steps, so that
 * nobody reads a single answer from the difference of two.
 *
 * @param lecturerId absent for online courses, and when somebody from outside lectured
 * @param sums of each question, in the order of {@link Reaction#points()}
 * @param shownAnswers how many are in what is shown; 0 until there are enough
 */
record ReactionTallyDocument(
        String subject,
        String courseCode,
        @Nullable String lecturerId,
        int answers,
        List<Integer> sums,
        int shownAnswers,
        List<Integer> shownSums) {

    /** So many answers become visible together. */
    static final int STEP = 5;

    ReactionTallyDocument {
        sums = List.copyOf(sums);
        shownSums = List.copyOf(shownSums);
    }

    static ReactionTallyDocument empty(String subject, String courseCode, @Nullable String lecturerId) {
        return new ReactionTallyDocument(
                subject, courseCode, lecturerId, 0, List.of(0, 0, 0, 0), 0, List.of(0, 0, 0, 0));
    }

    ReactionTallyDocument plus(Reaction reaction) {
        var points = reaction.points();
        var added = IntStream.range(0, sums.size())
                .mapToObj(at -> sums.get(at) + points.get(at))
                .toList();
        int many = answers + 1;
        return many % STEP == 0
                ? new ReactionTallyDocument(subject, courseCode, lecturerId, many, added, many, added)
                : new ReactionTallyDocument(subject, courseCode, lecturerId, many, added, shownAnswers, shownSums);
    }

    boolean showsMoreThan(ReactionTallyDocument before) {
        return shownAnswers > before.shownAnswers();
    }
}
