/**
 * Reminders of what has a due date: the day before, and when it is overdue, once each. They are taken back when the thing is
 * done, passed on or due on another day, wherever that happened.
 */
@NullMarked
package dev.keshi.notification.reminder;

import org.jspecify.annotations.NullMarked;
