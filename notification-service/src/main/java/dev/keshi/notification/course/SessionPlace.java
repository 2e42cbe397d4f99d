package dev.keshi.notification.course;

import java.time.LocalDateTime;

/**
 * Where and when a session is held.
 *
 * @param startsAt by the enterprise's calendar
 */
public record SessionPlace(LocalDateTime startsAt, String place) {}
