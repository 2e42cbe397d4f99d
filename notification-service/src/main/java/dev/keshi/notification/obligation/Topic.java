package dev.keshi.notification.obligation;

import org.jspecify.annotations.Nullable;

/**
 * What an obligation is about.
 *
 * @param title in the words of whoever gave it; absent where the kind says all
 * @param detail of an approval the step
 * @param number of the request
 * @param targetId what it is called where it is done
 * @param parentId what that is part of: the request of a task, the risk of a measure, the round of an answer, the course of an
 *     assignment
 * @param personId of somebody else, with whom or about whom it is done
 */
public record Topic(
        @Nullable String title,
        @Nullable String titleEn,
        @Nullable String detail,
        @Nullable String detailEn,
        @Nullable String number,
        String targetId,
        @Nullable String parentId,
        @Nullable String personId) {

    public static Topic of(@Nullable String title, @Nullable String titleEn, String targetId, @Nullable String parent) {
        return new Topic(title, titleEn, null, null, null, targetId, parent, null);
    }

    Topic called(String otherTitle, @Nullable String otherTitleEn) {
        return new Topic(otherTitle, otherTitleEn, detail, detailEn, number, targetId, parentId, personId);
    }

    Topic ofPerson(String person) {
        return new Topic(title, titleEn, detail, detailEn, number, targetId, parentId, person);
    }
}
