package dev.keshi.performance.cycle;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Where ratings are kept. Their changes tell nobody anything, so there are no events. */
interface Ratings {

    /** Empty as well when another one is asked for it, and then after the same search as if there were none. */
    Optional<Versioned<RatingDocument>> askedOf(String raterId, RatingId id);

    void createMissing(CommandContext context, List<NewAggregate<RatingDocument>> fresh);

    Versioned<RatingDocument> change(RatingId id, CommandContext context, UnaryOperator<RatingDocument> decide);

    List<Versioned<RatingDocument>> of(Collection<AppraisalId> appraisals);

    /** Closes those that are open. @return all of these appraisals, as they will ever be */
    List<Versioned<RatingDocument>> close(CommandContext context, Collection<AppraisalId> appraisals);

    /** Which of these appraisals this person has rated as a peer. What others were asked is not looked at, so how long it takes says nothing of it. */
    Set<AppraisalId> ratedAsPeer(String raterId, Collection<AppraisalId> appraisals);

    /** What superiors were asked about these and became of it what is named, by id. What peers were asked is not looked at. */
    List<Versioned<RatingDocument>> ofSuperiors(Collection<AppraisalId> appraisals, Set<RatingStatus> statuses);

    /** Who is asked to rate these as superior, whatever became of it. */
    Set<String> superiors(Collection<AppraisalId> appraisals);

    /** How many ratings of superiors have this status. */
    long bySuperiors(CycleId cycle, RatingStatus status);
}
