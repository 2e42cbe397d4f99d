package dev.keshi.performance.population;

import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        var people = new LinkedHashMap<String, Employment>();
        mongo.getCollection(PopulationCopy.PEOPLE)
                .find(gt("_id", after))
                .sort(ascending("_id"))
                .limit(most)
                .forEach(person -> people.put(person.getString("_id"), EmploymentDocument.read(person)));
        return people;
    }

    /** All that is known of the employment of these people; of whom nothing is known is absent. */
    public Map<String, Employment> of(Collection<String> personIds) {
        var people = new HashMap<String, Employment>();
        mongo.getCollection(PopulationCopy.PEOPLE)
                .find(in("_id", personIds))
                .forEach((Document person) -> people.put(person.getString("_id"), EmploymentDocument.read(person)));
        return people;
    }

    /** All that is known of the employment of somebody; of whom nothing is known, that is nothing. */
    public Employment of(String personId) {
        return of(List.of(personId)).getOrDefault(personId, new Employment(List.of()));
    }

    /** The role templates that positions were made from; those made from none are absent. */
    public Map<String, String> roleTemplates(Collection<String> positions) {
        var templates = new HashMap<String, String>();
        mongo.getCollection(PopulationCopy.POSITIONS).find(in("_id", positions)).forEach((Document position) -> {
            var template = position.getString("template");
            if (template != null) {
                templates.put(position.getString("_id"), template);
            }
        });
        return templates;
    }
}
