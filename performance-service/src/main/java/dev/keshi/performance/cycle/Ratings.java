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

    Optional<Versioned<RatingDocument>> find(RatingId id);

    void createMissing(CommandContext context, List<NewAggregate<RatingDocument>> fresh);

    Versioned<RatingDocument> change(RatingId id, CommandContext context, UnaryOperator<RatingDocument> decide);

    List<Versioned<RatingDocument>> of(Collection<AppraisalId> appraisals);

    /** Closes those that are open. @return all of these appraisals, as they will ever be */
    List<Versioned<RatingDocument>> close(CommandContext context, Collection<AppraisalId> appraisals);

    /** Which of these appraisals this person has rated as a peer. */
    Set<AppraisalId> ratedAsPeer(String raterId, Collection<AppraisalId> appraisals);

    /** Those of these appraisals that are done without, by id. */
    List<Versioned<RatingDocument>> waived(Collection<AppraisalId> appraisals);

    /** Who is asked to rate these as superior, whatever became of it. */
    Set<String> superiors(Collection<AppraisalId> appraisals);

    /** How many ratings of superiors have this status. */
    long bySuperiors(CycleId cycle, RatingStatus status);
}
