package dev.keshi.training.record;

import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.training.course.CourseForm;
import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;

/**
 * Something that a person has learned. A handler of events says it as its effects, and nothing else is needed: the entry is kept once,
 * and what the person had to take is completed by it.
 *
 * @param reference by what: {@code session/...} or {@code quiz/...}; once for each person
 * @param at when it was told
 */
public record LearningEntry(
        String personId, String courseCode, CourseForm form, int minutes, LocalDate on, String reference, Instant at) {

    public List<Effect> toEffects() {
        return List.of(
                Effect.insertAs(
                        MongoLearningEntries.COLLECTION,
                        Ids.derived("learning-entry", reference + "/" + personId),
                        new Document(MongoLearningEntries.PERSON, personId)
                                .append(MongoLearningEntries.COURSE, courseCode)
                                .append(MongoLearningEntries.FORM, form.name())
                                .append(MongoLearningEntries.MINUTES, minutes)
                                .append(MongoLearningEntries.ON, on.toString())
                                .append(MongoLearningEntries.YEAR, on.getYear())
                                .append(MongoLearningEntries.REFERENCE, reference)),
                TraineeFacts.learned(personId, new TraineeFact.Learned(courseCode, reference, at, on)));
    }
}
