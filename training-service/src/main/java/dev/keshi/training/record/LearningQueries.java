package dev.keshi.training.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.directory.Directory;
import dev.keshi.directory.DirectoryPerson;
import dev.keshi.directory.Scope;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.training.record.LearningRecordView.Form;
import dev.keshi.training.record.LearningRecordView.Year;
import dev.keshi.training.record.MongoLearningEntries.Subtotal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads learning records. Of whom somebody may not know anything, nothing is found; who works where is asked as of today. */
@Component
public class LearningQueries {

    private final MongoLearningEntries entries;
    private final Directory directory;

    LearningQueries(MongoLearningEntries entries, Directory directory) {
        this.entries = entries;
        this.directory = directory;
    }

    /** Codes of the courses that somebody has learned; for decisions within the service. */
    public Set<String> learned(String personId) {
        return entries.courses(personId);
    }

    /** Empty when there is no such person for the scope; somebody who has learned nothing has an empty record. */
    public Optional<LearningRecordView> record(String personId, Scope scope) {
        return directory.person(personId, scope).map(DirectoryPerson::id).map(this::record);
    }

    /** The newest first; empty when there is no such person for the scope. */
    public Optional<Page<LearningEntryView>> entries(String personId, Scope scope, Paging paging) {
        return directory.person(personId, scope).map(person -> {
            var filter = new ArrayList<Bson>(List.of(eq(MongoLearningEntries.PERSON, person.id())));
            paging.after().map(LearningQueries::behind).ifPresent(filter::add);
            return paging.page(
                    entries.select(and(filter), paging.limit() + 1), entry -> Position.of(entry.on(), entry.id()));
        });
    }

    /** What those in the scope who work here have learned in a year, also those who have learned nothing. */
    public Page<LearnedHoursView> hours(int year, Scope scope, Paging paging) {
        var people = directory.employed(scope, paging.after().map(Position::id).orElse(""), paging.limit() + 1);
        var learned =
                entries.ofYear(year, people.stream().map(DirectoryPerson::id).toList());
        return paging.page(people, person -> Position.of(person.id(), person.id()), person -> {
            var sums = learned.getOrDefault(person.id(), new int[] {0, 0});
            return new LearnedHoursView(person.id(), person.departmentId(), sums[0], sums[1]);
        });
    }

    private LearningRecordView record(String personId) {
        var byYear = entries.subtotals(personId).stream()
                .collect(Collectors.groupingBy(
                        Subtotal::year, () -> new TreeMap<>(Collections.reverseOrder()), Collectors.toList()));
        var years = byYear.entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue()))
                .toList();
        return new LearningRecordView(
                personId,
                years.stream().mapToInt(Year::entries).sum(),
                years.stream().mapToInt(Year::minutes).sum(),
                years);
    }

    private static Year year(int year, List<Subtotal> sums) {
        return new Year(
                year,
                sums.stream().mapToInt(Subtotal::entries).sum(),
                sums.stream().mapToInt(Subtotal::minutes).sum(),
                sums.stream()
                        .sorted(Comparator.comparing(Subtotal::form))
                        .map(sum -> new Form(sum.form(), sum.entries(), sum.minutes()))
                        .toList());
    }

    private static Bson behind(Position after) {
        return or(
                lt(MongoLearningEntries.ON, after.key()),
                and(eq(MongoLearningEntries.ON, after.key()), lt("_id", after.id())));
    }
}
