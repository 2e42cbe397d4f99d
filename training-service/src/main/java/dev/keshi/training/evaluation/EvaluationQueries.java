package dev.keshi.training.evaluation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;

import dev.keshi.directory.Scope;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.training.assignment.AssignmentQueries;
import dev.keshi.training.assignment.EffectFigures;
import dev.keshi.training.attempt.AttemptQueries;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseProblem;
import dev.keshi.training.course.CourseQueries;
import dev.keshi.training.evaluation.EvaluationView.BehaviourView;
import dev.keshi.training.evaluation.EvaluationView.ResultView;
import dev.keshi.training.evaluation.EvaluationView.TestView;
import dev.keshi.training.session.SessionId;
import dev.keshi.training.session.SessionQueries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads evaluations. Figures of people are taken within the scope, by the query itself; reactions belong to nobody. */
@Component
public class EvaluationQueries {

    /** Below so many people a mean would say what one of them reached, which is for others to show. */
    private static final int FEWEST = 3;

    private final MongoReactions reactions;
    private final MongoFollowUps followUps;
    private final CourseQueries courses;
    private final SessionQueries sessions;
    private final AttemptQueries attempts;
    private final AssignmentQueries assignments;

    EvaluationQueries(
            MongoReactions reactions,
            MongoFollowUps followUps,
            CourseQueries courses,
            SessionQueries sessions,
            AttemptQueries attempts,
            AssignmentQueries assignments) {
        this.reactions = reactions;
        this.followUps = followUps;
        this.courses = courses;
        this.sessions = sessions;
        this.attempts = attempts;
        this.assignments = assignments;
    }

    /**
     * All four levels of a course.
     *
     * @throws CourseProblem.Unknown when there is no such course, {@link EvaluationProblem.NotYoursToSee} when the scope is oneself
     */
    public EvaluationView course(CourseCode code, String readerId, Scope see) {
        if (courses.find(code).isEmpty()) {
            throw new CourseProblem.Unknown(code);
        }
        if (see instanceof Scope.Self) {
            throw new EvaluationProblem.NotYoursToSee();
        }
        var test = attempts.figures(code, see);
        var effect = assignments.effects(code, see);
        return new EvaluationView(
                code.value(),
                shown(reactions.shownOf(code.value())),
                new TestView(
                        test.people(),
                        test.people() < FEWEST ? null : (Integer) test.passed(),
                        mean(test.people(), test.first()),
                        mean(test.people(), test.last())),
                behaviour(followUps.behaviour(and(
                        eq(MongoFollowUps.COURSE, code.value()),
                        // What the superior said of the reader is not for the reader.
                        ne(MongoFollowUps.PERSON, readerId),
                        see.within(MongoFollowUps.PERSON, MongoFollowUps.DEPARTMENT)))),
                result(effect));
    }

    private static BehaviourView behaviour(BehaviourView all) {
        return all.rated() < FEWEST ? new BehaviourView(all.asked(), all.rated(), null) : all;
    }

    private static ResultView result(EffectFigures effect) {
        return new ResultView(
                effect.measured(),
                mean(effect.measured(), effect.before()),
                mean(effect.measured(), effect.after()),
                effect.figures(),
                effect.figures() < FEWEST ? null : (Integer) effect.figuresImproved());
    }

    /**
     * What was said of a session, for who organised it or lectured in it and for those who see all; empty until enough have answered.
     *
     * @throws EvaluationProblem.UnknownSession when there is none for that reader
     */
    public Optional<ReactionView> session(SessionId id, String readerId, Scope see) {
        var session = sessions.find(id, readerId)
                .map(Versioned::state)
                .filter(found -> see instanceof Scope.All
                        || readerId.equals(found.organiserId())
                        || readerId.equals(found.lecturerId()))
                .orElseThrow(EvaluationProblem.UnknownSession::new);
        return reactions
                .find(Reaction.SESSION + session.id())
                .flatMap(tally -> Optional.ofNullable(shown(tally.shownAnswers() == 0 ? List.of() : List.of(tally))));
    }

    /** What somebody has learned and not said yet what it was like. */
    public Page<FollowUpView> reactionsOf(String personId, Paging paging) {
        return page(and(eq(MongoFollowUps.PERSON, personId), eq(MongoFollowUps.REACTED, false)), false, paging);
    }

    /** Whom a superior is asked to rate. */
    public Page<FollowUpView> ratingsOf(String superiorId, Paging paging) {
        return page(
                and(
                        eq(MongoFollowUps.SUPERIOR, superiorId),
                        eq(MongoFollowUps.BEHAVIOUR, BehaviourStatus.ASKED.name())),
                true,
                paging);
    }

    private Page<FollowUpView> page(Bson filter, boolean asSuperior, Paging paging) {
        var filters = new ArrayList<Bson>(List.of(filter));
        paging.after().ifPresent(after -> filters.add(gt("_id", after.id())));
        return paging.page(
                followUps.select(and(filters), paging.limit() + 1),
                one -> Position.of(one.id(), one.id()),
                one -> new FollowUpView(
                        one.id(),
                        one.state().courseCode(),
                        one.state().reference(),
                        one.state().personId(),
                        one.state().learnedOn(),
                        asSuperior ? one.state().dueOn() : null));
    }

    private static @Nullable ReactionView shown(List<ReactionTallyDocument> tallies) {
        int answers =
                tallies.stream().mapToInt(ReactionTallyDocument::shownAnswers).sum();
        if (answers == 0) {
            return null;
        }
        return ReactionView.of(
                answers,
                IntStream.range(0, tallies.getFirst().shownSums().size())
                        .mapToObj(at -> tallies.stream()
                                .mapToInt(tally -> tally.shownSums().get(at))
                                .sum())
                        .toList());
    }

    /** @param people of how many */
    private static @Nullable String mean(int people, Optional<BigDecimal> mean) {
        return mean.filter(_ -> people >= FEWEST).map(Mean::of).orElse(null);
    }
}
