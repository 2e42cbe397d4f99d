package dev.keshi.contracts.training;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Enough have said anonymously what a session or an online course was like, or five more. Nobody who answered is told of.
 *
 * @param sessionId absent for an online course
 * @param lecturerId absent for an online course, and when somebody from outside lectured
 * @param answers how many are in the means
 * @param content mean of 1.0 to 5.0 as text, rounded half-even to one decimal; so are the others
 */
@EventContract(
        type = "keshi.training.reaction-shown.v1",
        topic = Topics.TRAINING,
        aggregate = "reaction",
        key = "reactionId",
        en = "What people say of a session or a course has become visible.",
        zh = "课程或培训班的评价已可查看。")
public record ReactionShownV1(
        String reactionId,
        String courseCode,
        @Nullable String sessionId,
        @Nullable String lecturerId,
        int answers,
        String content,
        String lecturer,
        String organisation,
        String usefulness)
        implements PublishedEvent {}
