package dev.keshi.performance.cycle;

import dev.keshi.messaging.Batch;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;

/** Where appraisals are kept. */
interface Appraisals {

    Optional<Versioned<AppraisalDocument>> find(AppraisalId id);

    void createMissing(CommandContext context, List<NewAggregate<AppraisalDocument>> fresh);

    Versioned<AppraisalDocument> change(
            AppraisalId id, CommandContext context, Function<AppraisalDocument, Change<AppraisalDocument>> decide);

    /** The next ones of a cycle in a fixed order. @param after the last id of the part before, empty text for the first */
    List<Versioned<AppraisalDocument>> next(CycleId cycle, String after, int most);

    /**
     * The next ones of a cycle, to be changed, in the order in which they were opened: by person. In that of their ids, which are scattered, each part
     * would touch pages all over the store, and the more so the more cycles it holds.
     *
     * @param after the person of the last one of the part before, empty text for the first
     */
    Batch<AppraisalDocument> nextBatch(CycleId cycle, String after, int most);

    long count(CycleId cycle);

    /** Whether any of a cycle has a position held that is judged by this. */
    boolean areJudgedBy(CycleId cycle, TemplateId template);

    /** How many reached each total. */
    NavigableMap<Total, Long> totals(CycleId cycle);

    /** Whose this is in all in which it is waited for, whether or not it was passed on. */
    Collection<String> ownersOf(AppraisalDuty duty);

    /** Those in which this is waited for and was one of these people's, who have left, or nobody's, or was passed on before; by id, without their explanations. */
    List<Versioned<AppraisalDocument>> toPassOn(AppraisalDuty duty, Collection<String> left, String after, int most);

    /** With whom an interview is still to be held, by id, behind one of them; whoever has several is named as often. */
    List<String> peopleOfDueInterviews(String after, int most);

    /** Those of these people whose interview is still to be held; by id, without their explanations. */
    List<Versioned<AppraisalDocument>> dueInterviewsWith(Collection<String> people, String after, int most);

    /** How many have each published grade. */
    Map<Grade, Long> grades(CycleId cycle);
}
