package dev.keshi.training.trainee;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person with all that became known of it; the order of the facts says nothing. Of its figures there are those whose period is over.
 *
 * @param news those of the facts that nobody has followed yet
 * @param moving those of the figures that do not count yet, because they have moved a short while ago: nothing follows from them, nor from
 *     another in their place
 */
public record Trainee(String personId, List<TraineeFact> facts, Set<TraineeFact> news, Set<TraineeFact> moving) {

    public Trainee {
        facts = List.copyOf(facts);
        news = Set.copyOf(news);
        moving = Set.copyOf(moving);
    }

    /** Where the person works; empty when it has left, or when nothing is known of it yet. */
    public Optional<TraineeFact.Works> works() {
        var latest = of(TraineeFact.Works.class).max(Comparator.comparingLong(TraineeFact.Works::sequence));
        return latest.filter(works -> of(TraineeFact.Left.class).noneMatch(left -> left.sequence() > works.sequence()));
    }

    /** Each place where the person began to work, from the first. */
    public List<TraineeFact.Works> places() {
        return of(TraineeFact.Works.class)
                .sorted(Comparator.comparingLong(TraineeFact.Works::sequence))
                .toList();
    }

    /** How the person joined. */
    public Optional<TraineeFact.Works> hired() {
        return of(TraineeFact.Works.class)
                .filter(TraineeFact.Works::hired)
                .max(Comparator.comparingLong(TraineeFact.Works::sequence));
    }

    /** Whether the person does not work here any more. */
    public boolean left() {
        return works().isEmpty() && of(TraineeFact.Left.class).findAny().isPresent();
    }

    /** In the order of the days they judge, whenever they were published; each as it was published last. */
    public List<TraineeFact.Appraised> appraisals() {
        var latest = new HashMap<String, TraineeFact.Appraised>();
        of(TraineeFact.Appraised.class)
                .forEach(one -> latest.merge(
                        one.appraisalId(), one, (known, other) -> known.sequence() > other.sequence() ? known : other));
        return latest.values().stream()
                .sorted(Comparator.comparing(TraineeFact.Appraised::until)
                        .thenComparing(TraineeFact.Appraised::at)
                        .thenComparing(TraineeFact.Appraised::appraisalId))
                .toList();
    }

    /** In the order of their periods; also those that do not count yet. */
    public List<TraineeFact.Figure> figures() {
        return of(TraineeFact.Figure.class)
                .sorted(Comparator.comparing(
                                (TraineeFact.Figure figure) -> figure.period().last())
                        .thenComparing(TraineeFact.Figure::valueId))
                .toList();
    }

    /** Whether the figure stands, so that something may follow from it. When it begins to, that is news. */
    public boolean counts(TraineeFact.Figure figure) {
        return !moving.contains(figure);
    }

    /** Whether nobody has followed yet that the person has learned this by that. */
    public boolean hasJustLearned(String courseCode, String reference) {
        return news.stream()
                .anyMatch(fact -> fact instanceof TraineeFact.Learned learned
                        && learned.courseCode().equals(courseCode)
                        && learned.reference().equals(reference));
    }

    /** Codes of the courses that the person has learned. */
    public Set<String> learned() {
        return of(TraineeFact.Learned.class)
                .map(TraineeFact.Learned::courseCode)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The first time that the person learned the course, since it had to. */
    public Optional<TraineeFact.Learned> learnedSince(String courseCode, Instant since) {
        return of(TraineeFact.Learned.class)
                .filter(learned -> learned.courseCode().equals(courseCode))
                .filter(learned -> !learned.at().isBefore(since))
                .min(Comparator.comparing(TraineeFact.Learned::at).thenComparing(TraineeFact.Learned::reference));
    }

    private <F extends TraineeFact> Stream<F> of(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }
}
