package dev.keshi.training.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a course brought, on four levels. Means are half-even to one decimal place, as text, and absent where there is nothing to take
 * a mean of, and where so few people stand behind it that it would say what one of them reached.
 *
 * @param reaction of everybody who came, whoever asks; absent until enough have answered
 * @param test of those in the caller's scope, as are the levels after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationView(
        String courseCode, @Nullable ReactionView reaction, TestView test, BehaviourView behaviour, ResultView result) {

    /**
     * @param people how many have ended an attempt
     * @param passed how many of them have passed one; absent as the means are
     * @param first percent of their first attempts
     * @param last percent of their latest attempts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TestView(
            int people,
            @Nullable Integer passed,
            @Nullable String first,
            @Nullable String last) {}

    /** @param points 1.0 to 5.0 */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BehaviourView(
            int asked, int rated, @Nullable String points) {}

    /**
     * @param measured in how many cases appraisals tell points before and after
     * @param before points of the indicator in the appraisals that had the course assigned
     * @param figures in how many cases figures tell it, each in its own unit, so there is no mean
     * @param figuresImproved how many of those are better than before; absent where they are so few
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ResultView(
            int measured,
            @Nullable String before,
            @Nullable String after,
            int figures,
            @Nullable Integer figuresImproved) {}
}
