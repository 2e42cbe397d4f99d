package dev.keshi.performance.population;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Who there was, part by part, so that an enterprise of any size is walked through in the same memory. */
@Repository
public class PopulationQueries {

    private final MongoOperations mongo;

    PopulationQueries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * The next people in a fixed order, with all that is known of their employment.
     *
     * @param after the last person of the part before, empty text for the first part
     */
    public SequencedMap<String, Employment> next(String after, int most) {
        var people = new LinkedHashSet<String>();
        mongo.getCollection(PopulationStore.FACTS)
                .find(and(eq(EmploymentDocument.JOINED, true), gt(EmploymentDocument.PERSON, after)))
                .projection(include(EmploymentDocument.PERSON))
                .sort(ascending(EmploymentDocument.PERSON, EmploymentDocument.SEQUENCE))
                .limit(most)
                .forEach(fact -> people.add(fact.getString(EmploymentDocument.PERSON)));
        return employments(people);
    }

    /** Empty when nothing is known of the person. */
    public Optional<Employment> employment(String personId) {
        return Optional.ofNullable(employments(List.of(personId)).get(personId));
    }

    private SequencedMap<String, Employment> employments(Collection<String> people) {
        var facts = new LinkedHashMap<String, List<EmploymentFact>>();
        mongo.getCollection(PopulationStore.FACTS)
                .find(in(EmploymentDocument.PERSON, people))
                .sort(ascending(EmploymentDocument.PERSON, EmploymentDocument.SEQUENCE))
                .forEach(
                        fact -> facts.computeIfAbsent(fact.getString(EmploymentDocument.PERSON), _ -> new ArrayList<>())
                                .add(EmploymentDocument.read(fact)));
        var employments = new LinkedHashMap<String, Employment>();
        facts.forEach((person, all) -> employments.put(person, new Employment(all)));
        return employments;
    }

    /** The role templates that positions were made from; those made from none are absent. */
    public Map<String, String> roleTemplates(Collection<String> positions) {
        var templates = new HashMap<String, String>();
        mongo.getCollection(PopulationStore.POSITIONS)
                .find(in("_id", positions))
                .forEach((Document position) -> {
                    var template = position.getString("template");
                    if (template != null) {
                        templates.put(position.getString("_id"), template);
                    }
                });
        return templates;
    }
}
