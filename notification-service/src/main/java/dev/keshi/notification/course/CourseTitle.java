package dev.keshi.notification.course;

import org.jspecify.annotations.Nullable;

/**
 * What a course is called.
 *
 * @param given by who published it, in whatever language
 * @param english absent when there is no English name
 */
public record CourseTitle(String given, @Nullable String english) {}
