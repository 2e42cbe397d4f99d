package dev.keshi.notification.inbox;

import dev.keshi.service.problem.Languages;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts notifications into words: the bundle's sentences with ids replaced by names. */
final class NotificationTexts {

    private static final String BUNDLE = "dev.keshi.notification.inbox.texts";
    private static final String UNKNOWN = "person.unknown";
    private static final String SYSTEM = "person.system";
    private static final List<String> STAND_INS = List.of(UNKNOWN, SYSTEM);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final ResourceBundle words;
    private final Map<String, String> names;
    private final CourseWords courses;

    /** @param names of people, as far as they are known */
    NotificationTexts(Locale language, Map<String, String> names, CourseWords courses) {
        this.language = language;
        this.words = bundle(language);
        this.names = names;
        this.courses = courses;
    }

    static ResourceBundle bundle(Locale language) {
        // Chinese is the root, so that a missing translation is Chinese and not a bare key.
        var locale = language.equals(Languages.CHINESE) ? Locale.ROOT : language;
        return ResourceBundle.getBundle(
                BUNDLE, locale, Objects.requireNonNull(NotificationTexts.class.getClassLoader()), NO_FALLBACK);
    }

    /** The people a notification speaks of. */
    static List<String> people(Notification notification) {
        var notice = notification.notice();
        var settlement = notification.settlement();
        var initiator = notice.subject() instanceof Subject.OfRequest request ? request.initiatorId() : null;
        return java.util.stream.Stream.of(notice.personId(), initiator, settlement == null ? null : settlement.by())
                .filter(Objects::nonNull)
                .filter(id -> !isSystem(id))
                .toList();
    }

    NotificationView view(Notification notification, long revision) {
        var notice = notification.notice();
        var values = values(notice);
        var template = notice.template().key();
        return new NotificationView(
                notice.id().value(),
                notice.template().category(),
                template,
                say(template + ".title", values),
                say(template + ".text", values),
                subject(notice.subject()),
                person(notice.personId()),
                notice.occurredAt(),
                notification.unread(),
                notification.readAt(),
                notification.acknowledgedAt(),
                settled(notification),
                revision);
    }

    Locale language() {
        return language;
    }

    private NotificationView.SubjectView subject(Subject subject) {
        return switch (subject) {
            case Subject.OfRequest request ->
                new NotificationView.SubjectView(
                        request.instanceId(),
                        request.taskId(),
                        step(request),
                        request.requestNumber(),
                        request.process().in(language),
                        person(request.initiatorId()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Subject.OfWorkItem(var id, var title, var dueDate) ->
                new NotificationView.SubjectView(
                        null, null, null, null, null, null, id, title, dueDate, null, null, null);
            case Subject.OfObligation(var id, var title, var dueDate, var target) ->
                new NotificationView.SubjectView(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        title.in(language),
                        dueDate,
                        id,
                        target(target),
                        null);
            case Subject.OfCourse(var code, var day, var target) ->
                new NotificationView.SubjectView(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        courses.title(code, language),
                        day,
                        null,
                        target(target),
                        code);
            case Subject.OfTarget(var title, var day, var target) ->
                new NotificationView.SubjectView(
                        null, null, null, null, null, null, null, title.in(language), day, null, target(target), null);
        };
    }

    private static NotificationView.TargetView target(Subject.Target target) {
        return new NotificationView.TargetView(target.service(), target.resource(), target.id(), target.parentId());
    }

    private Map<String, String> values(Notice notice) {
        var values = new HashMap<String, String>();
        values.put("person", name(notice.personId()));
        switch (notice.subject()) {
            case Subject.OfRequest request -> {
                values.put("process", request.process().in(language));
                values.put("number", request.requestNumber());
                values.put("step", Objects.requireNonNullElse(step(request), ""));
                values.put("initiator", name(request.initiatorId()));
            }
            case Subject.OfWorkItem(var _, var title, var dueDate) -> {
                values.put("title", title);
                values.put("due", dueDate.toString());
            }
            case Subject.OfObligation(var _, var title, var dueDate, var _) -> {
                values.put("title", title.in(language));
                values.put("due", dueDate.toString());
            }
            case Subject.OfTarget(var title, var day, var _) -> {
                var known = title.in(language);
                values.put("title", known.isEmpty() ? words.getString("title.unknown") : known);
                values.put("due", Objects.toString(day, ""));
            }
            case Subject.OfCourse course -> {
                values.put("title", courses.title(course.courseCode(), language));
                values.put("due", Objects.toString(course.day(), ""));
                values.put("session", course.sessionId().map(this::session).orElse(""));
            }
        }
        return values;
    }

    /** Where and when it is, or was to be. */
    private String session(String id) {
        return courses.place(id)
                .map(known -> say("session", Map.of("start", known.start(), "place", known.place())))
                .orElseGet(() -> words.getString("session.unknown"));
    }

    private @Nullable String step(Subject.OfRequest request) {
        return request.step() == null ? null : request.step().in(language);
    }

    private NotificationView.@Nullable SettledView settled(Notification notification) {
        var settlement = notification.settlement();
        if (settlement == null) {
            return null;
        }
        boolean self = notification.notice().recipientId().equals(settlement.by());
        var key = settlement.reason().key()
                + (self && words.containsKey(settlement.reason().key() + ".self") ? ".self" : "");
        return new NotificationView.SettledView(
                settlement.reason(),
                person(settlement.by()),
                settlement.at(),
                say(key, Map.of("person", name(settlement.by()))));
    }

    private NotificationView.@Nullable PersonView person(@Nullable String id) {
        return id == null ? null : new NotificationView.PersonView(id, name(id));
    }

    /** A person who was erased, or is not known yet, is somebody. */
    private String name(@Nullable String id) {
        if (id == null) {
            return words.getString(UNKNOWN);
        }
        return isSystem(id) ? words.getString(SYSTEM) : names.getOrDefault(id, words.getString(UNKNOWN));
    }

    private static boolean isSystem(String id) {
        return id.equals("system") || id.startsWith("system:");
    }

    /** A value is never looked into again: a process may be called {@code {person}}. */
    private String say(String key, Map<String, String> values) {
        var said = PLACEHOLDER
                .matcher(words.getString(key))
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
        return STAND_INS.stream().map(words::getString).anyMatch(said::startsWith) ? beginning(said) : said;
    }

    /** Who stands for a name begins a sentence as a name does. */
    private static String beginning(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
