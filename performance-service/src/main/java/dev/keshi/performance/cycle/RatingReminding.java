package dev.keshi.performance.cycle;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reminds of the day by which ratings are wanted: everybody who is appraised in the cycle and everybody who leads one of them, whether or
 * not there is anything left to give, and nobody because of being a peer. So a reminder, or none, says nothing to whoever compares. Where
 * events feed all that somebody is judged by there are no ratings, so nobody is reminded of them; that follows from the templates alone.
 */
final class RatingReminding implements Swept {

    static final int APPRAISALS_AT_ONCE = 500;

    private static final CommandContext CONTEXT = CommandContext.of("system:rating-reminders");

    /** Stands in no id. */
    private static final char WITHIN = '/';

    private final Cycles cycles;
    private final Appraisals appraisals;
    private final Ratings ratings;
    private final MongoRatingReminders reminders;
    private final TemplateQueries templates;
    private final EnterpriseTime time;

    RatingReminding(
            Cycles cycles,
            Appraisals appraisals,
            Ratings ratings,
            MongoRatingReminders reminders,
            TemplateQueries templates,
            EnterpriseTime time) {
        this.cycles = cycles;
        this.appraisals = appraisals;
        this.ratings = ratings;
        this.reminders = reminders;
        this.templates = templates;
        this.time = time;
    }

    @Override
    public String name() {
        return "rating-reminders";
    }

    /** @param after a cycle that was gone through, or a cycle and the last appraisal of it that was */
    @Override
    public String doPart(String after) {
        int within = after.indexOf(WITHIN);
        return within < 0
                ? cycles.toRemindOf(time.today(), after)
                        .map(next -> remind(next, ""))
                        .orElse(DONE)
                : remind(new CycleId(after.substring(0, within)), after.substring(within + 1));
    }

    private String remind(CycleId id, String after) {
        var cycle = cycles.find(id).map(Versioned::state).filter(one -> one.isToBeRemindedOn(time.today()));
        if (cycle.isEmpty()) {
            return id.value();
        }
        var part = appraisals.next(id, after, APPRAISALS_AT_ONCE);
        var endsOn = Objects.requireNonNull(cycle.get().ratingEndsOn());
        SeveralAtOnce.inSlices(
                reminded(id, endsOn, rated(cycle.get().plan(), part)),
                some -> reminders.giveMissing(CONTEXT, some, cycle.get().name()));
        if (part.size() == APPRAISALS_AT_ONCE) {
            return id.value() + WITHIN + part.getLast().id();
        }
        // Nobody has to look at it again.
        cycles.reminded(id, time.today());
        return id.value();
    }

    /** Those of whom people are asked anything, whoever that is and whatever has become of it. */
    private List<Versioned<AppraisalDocument>> rated(CyclePlan plan, List<Versioned<AppraisalDocument>> part) {
        var ids = part.stream()
                .flatMap(one -> one.state().stays().stream())
                .map(stay -> new TemplateId(stay.templateId()))
                .collect(Collectors.toSet());
        var judged = JudgedTemplate.of(templates.released(ids), plan.judged());
        return part.stream()
                .filter(one -> isRated(plan, one.state().stays(), judged))
                .toList();
    }

    private static boolean isRated(CyclePlan plan, List<StayDocument> stays, Map<TemplateId, JudgedTemplate> judged) {
        return Opening.rated(plan, stays).stream()
                .map(stay -> judged.get(new TemplateId(stays.get(stay).templateId())))
                .anyMatch(template ->
                        !Objects.requireNonNull(template).figures().rated().isEmpty());
    }

    private List<RatingReminderDocument> reminded(
            CycleId id, LocalDate endsOn, Collection<Versioned<AppraisalDocument>> part) {
        var superiors = ratings.superiors(
                part.stream().map(one -> new AppraisalId(one.id())).toList());
        return people(part.stream().map(Versioned::state).toList(), superiors).stream()
                .map(person -> new RatingReminderDocument(id.value(), person, endsOn))
                .toList();
    }

    /** @param superiors who is asked to rate one of these as superior, in whatever position held */
    static Set<String> people(Collection<AppraisalDocument> appraised, Set<String> superiors) {
        var people = new HashSet<>(superiors);
        appraised.forEach(one -> people.add(one.personId()));
        return people;
    }
}
