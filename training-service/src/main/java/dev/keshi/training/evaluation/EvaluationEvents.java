package dev.keshi.training.evaluation;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.training.BehaviourRatedV1;
import dev.keshi.contracts.training.BehaviourRatingDueV1;
import dev.keshi.contracts.training.BehaviourRatingLapsedV1;
import dev.keshi.contracts.training.ReactionAskedV1;
import dev.keshi.contracts.training.ReactionSettledV1;
import dev.keshi.contracts.training.ReactionShownV1;
import java.time.LocalDate;
import java.util.Objects;

/** What others hear of evaluations: never what one person said. */
final class EvaluationEvents {

    private EvaluationEvents() {}

    static PublishedEvent shown(String id, ReactionTallyDocument tally) {
        var figures = ReactionView.of(tally.shownAnswers(), tally.shownSums());
        return new ReactionShownV1(
                id,
                tally.courseCode(),
                tally.subject().startsWith(Reaction.SESSION)
                        ? tally.subject().substring(Reaction.SESSION.length())
                        : null,
                tally.lecturerId(),
                figures.answers(),
                figures.content(),
                figures.lecturer(),
                figures.organisation(),
                figures.usefulness());
    }

    static PublishedEvent reactionAsked(FollowUpId id, FollowUpDocument begun, LocalDate dueOn) {
        return new ReactionAskedV1(id.value(), begun.courseCode(), begun.personId(), dueOn);
    }

    static PublishedEvent reactionSettled(FollowUpId id, FollowUpDocument followUp) {
        return new ReactionSettledV1(id.value(), followUp.courseCode());
    }

    static PublishedEvent lapsed(FollowUpId id, FollowUpDocument lapsed) {
        return new BehaviourRatingLapsedV1(
                id.value(), lapsed.courseCode(), lapsed.personId(), Objects.requireNonNull(lapsed.superiorId()));
    }

    static PublishedEvent due(FollowUpId id, FollowUpDocument asked) {
        return new BehaviourRatingDueV1(
                id.value(),
                asked.courseCode(),
                asked.personId(),
                Objects.requireNonNull(asked.superiorId()),
                Objects.requireNonNull(asked.dueOn()));
    }

    static PublishedEvent rated(FollowUpId id, FollowUpDocument rated) {
        return new BehaviourRatedV1(
                id.value(), rated.courseCode(), rated.personId(), Objects.requireNonNull(rated.superiorId()));
    }
}
