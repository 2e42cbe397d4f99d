package dev.keshi.notification.inbox;

import dev.keshi.notification.course.CourseTitle;
import dev.keshi.notification.course.SessionPlace;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the courses and sessions are called of which notifications speak.
 *
 * @param titles of courses by their codes, as far as they are known
 * @param places of sessions by their ids, as far as they are known
 */
record CourseWords(Map<String, CourseTitle> titles, Map<String, SessionPlace> places) {

    static final CourseWords NONE = new CourseWords(Map.of(), Map.of());

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    CourseWords {
        titles = Map.copyOf(titles);
        places = Map.copyOf(places);
    }

    record Place(String start, String place) {}

    /** The code, while it is not known what it is called. */
    String title(String code, Locale language) {
        var title = titles.get(code);
        return title == null ? code : new Name(title.given(), title.english()).in(language);
    }

    Optional<Place> place(String sessionId) {
        return Optional.ofNullable(places.get(sessionId))
                .map(known -> new Place(MINUTES.format(known.startsAt()), known.place()));
    }
}
