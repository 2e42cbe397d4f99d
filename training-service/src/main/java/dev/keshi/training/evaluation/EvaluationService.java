package dev.keshi.training.evaluation;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.training.session.SessionId;
import dev.keshi.training.session.SessionQueries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The door for saying what a course was like and what it changed. */
@Service
public class EvaluationService {

    private final MongoReactions reactions;
    private final MongoFollowUps followUps;
    private final SessionQueries sessions;
    private final EnterpriseTime time;

    EvaluationService(
            MongoReactions reactions, MongoFollowUps followUps, SessionQueries sessions, EnterpriseTime time) {
        this.reactions = reactions;
        this.followUps = followUps;
        this.sessions = sessions;
        this.time = time;
    }

    /**
     * Adds what somebody says, once. That it was said and what was said are written together; which of all answers it was cannot be told
     * afterwards.
     *
     * @throws EvaluationProblem when the caller was not asked, or has said it before
     */
    public void react(CommandContext context, FollowUpId id, Reaction reaction) {
        var asked = followUps
                .find(id)
                .filter(found -> found.state().personId().equals(context.actor()))
                .orElseThrow(EvaluationProblem.Unknown::new)
                .state();
        var subject = asked.subject();
        reactions.createMissing(ReactionTallyDocument.empty(subject, asked.courseCode(), lecturerOf(subject)));
        // The event names no person, so nor does what travels with it.
        var nameless = new CommandContext(MongoFollowUps.NAMELESS.actor(), context.key(), context.expectedVersion());
        var said = new AtomicBoolean();
        var unused = reactions.inTransaction(() -> {
            said.set(false);
            var changed = followUps.change(id, nameless, followUp -> {
                said.set(true);
                return new Change<>(followUp.reaction(), List.of(EvaluationEvents.reactionSettled(id, followUp)));
            });
            // The same command again was carried out before, and its answer is in the figures.
            if (said.get()) {
                reactions.add(subject, reaction);
            }
            return changed;
        });
    }

    /**
     * Rates what somebody's training changed, once, by who was asked.
     *
     * @throws EvaluationProblem when the caller was not asked, or not in time, or has rated before
     */
    public void rate(CommandContext context, FollowUpId id, int points, @Nullable String note) {
        try {
            var unused = followUps.change(id, context, followUp -> {
                if (!context.actor().equals(followUp.superiorId())) {
                    throw new EvaluationProblem.Unknown();
                }
                var rated = followUp.rated(points, note, time.today());
                return new Change<>(rated, List.of(EvaluationEvents.rated(id, rated)));
            });
        } catch (AggregateFailure.NotFound unknown) {
            throw new EvaluationProblem.Unknown();
        }
    }

    private @Nullable String lecturerOf(String subject) {
        return Optional.of(subject)
                .filter(one -> one.startsWith(Reaction.SESSION))
                .flatMap(one -> sessions.lecturerOf(new SessionId(one.substring(Reaction.SESSION.length()))))
                .orElse(null);
    }
}
