package dev.keshi.notification.course;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;

import dev.keshi.service.time.EnterpriseTime;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Puts codes of courses and ids of sessions into words, as far as they are known. */
@Repository
public class CourseQueries {

    private static final String ID = "_id";

    private final MongoOperations mongo;
    private final EnterpriseTime time;

    CourseQueries(MongoOperations mongo, EnterpriseTime time) {
        this.mongo = mongo;
        this.time = time;
    }

    /** By code; those that are not known are absent. */
    public Map<String, CourseTitle> titles(Collection<String> codes) {
        var titles = new HashMap<String, CourseTitle>();
        known(CourseCopy.COURSES, CourseCopy.NAME, codes)
                .forEach((code, course) -> titles.put(
                        code,
                        new CourseTitle(course.getString(CourseCopy.NAME), course.getString(CourseCopy.NAME_EN))));
        return titles;
    }

    /** By id; those that are not known are absent. */
    public Map<String, SessionPlace> places(Collection<String> sessionIds) {
        var places = new HashMap<String, SessionPlace>();
        known(CourseCopy.SESSIONS, CourseCopy.PLACE, sessionIds)
                .forEach((id, session) -> places.put(
                        id,
                        new SessionPlace(
                                LocalDateTime.ofInstant(
                                        session.getDate(CourseCopy.STARTS_AT).toInstant(), time.zone()),
                                session.getString(CourseCopy.PLACE))));
        return places;
    }

    private Map<String, Document> known(String collection, String field, Collection<String> ids) {
        var known = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            mongo.getCollection(collection)
                    .find(and(in(ID, ids), exists(field)))
                    .forEach(found -> known.put(found.getString(ID), found));
        }
        return known;
    }
}
