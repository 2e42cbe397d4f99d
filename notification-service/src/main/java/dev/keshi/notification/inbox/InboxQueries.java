package dev.keshi.notification.inbox;

import dev.keshi.directory.Directory;
import dev.keshi.notification.course.CourseQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Reads inboxes. The recipient is part of every query: another person's notification does not exist. */
@Service
public class InboxQueries {

    private final MongoInbox inbox;
    private final Directory directory;
    private final CourseQueries courses;

    InboxQueries(MongoInbox inbox, Directory directory, CourseQueries courses) {
        this.inbox = inbox;
        this.directory = directory;
        this.courses = courses;
    }

    /** Newest first. */
    public Page<NotificationView> page(String recipientId, InboxFilter filter, Paging paging, Locale language) {
        var found = inbox.newestFirst(recipientId, filter, paging.after(), paging.limit() + 1);
        var texts = texts(found, language);
        return paging.page(found, MongoInbox.Item::place, item -> texts.view(item.notification(), item.revision()));
    }

    public Optional<NotificationView> one(String recipientId, NotificationId id, Locale language) {
        return inbox.find(recipientId, id).map(item -> view(item, language));
    }

    /** @return how many ask for attention; never more than {@value MongoInbox#MOST_COUNTED} */
    public long unread(String recipientId) {
        return inbox.countUnread(recipientId);
    }

    /**
     * What has changed in an inbox, in the order of the changes; a notification that changed more than once is there
     * once, as it stands now.
     *
     * @param position of the last change that was seen
     */
    public List<InboxNews> changedAfter(String recipientId, long position, int limit, Locale language) {
        var found = inbox.changedAfter(recipientId, position, limit);
        var texts = texts(found, language);
        return found.stream()
                .map(item -> new InboxNews(item.position(), texts.view(item.notification(), item.revision())))
                .toList();
    }

    NotificationView view(MongoInbox.Item item, Locale language) {
        return texts(List.of(item), language).view(item.notification(), item.revision());
    }

    private NotificationTexts texts(Collection<MongoInbox.Item> items, Locale language) {
        var people = items.stream()
                .flatMap(item -> NotificationTexts.people(item.notification()).stream())
                .collect(Collectors.toSet());
        return new NotificationTexts(language, directory.names(people), words(items));
    }

    private CourseWords words(Collection<MongoInbox.Item> items) {
        var told = items.stream()
                .map(item -> item.notification().notice().subject())
                .filter(Subject.OfCourse.class::isInstance)
                .map(Subject.OfCourse.class::cast)
                .toList();
        return new CourseWords(
                courses.titles(told.stream().map(Subject.OfCourse::courseCode).collect(Collectors.toSet())),
                courses.places(
                        told.stream().flatMap(one -> one.sessionId().stream()).collect(Collectors.toSet())));
    }
}
