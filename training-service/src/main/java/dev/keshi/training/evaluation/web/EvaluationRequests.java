package dev.keshi.training.evaluation.web;

import dev.keshi.service.text.WrittenText;
import dev.keshi.training.evaluation.Reaction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What callers say of courses and of what they changed. */
final class EvaluationRequests {

    private static final int NOTE = 1000;

    private EvaluationRequests() {}

    /** Each 1 (poor) to 5 (very good). */
    record React(
            @NotNull @Min(Reaction.WORST) @Max(Reaction.BEST)
            Integer content,

            @NotNull @Min(Reaction.WORST) @Max(Reaction.BEST)
            Integer lecturer,

            @NotNull @Min(Reaction.WORST) @Max(Reaction.BEST)
            Integer organisation,

            @NotNull @Min(Reaction.WORST) @Max(Reaction.BEST)
            Integer usefulness) {

        Reaction toReaction() {
            return new Reaction(content, lecturer, organisation, usefulness);
        }
    }

    /** @param points 1 (nothing has changed) to 5 (clearly better) */
    record Rate(
            @NotNull @Min(Reaction.WORST) @Max(Reaction.BEST)
            Integer points,

            @Nullable @Size(min = 1, max = NOTE) @Pattern(regexp = WrittenText.LINES)
            String note) {}
}
