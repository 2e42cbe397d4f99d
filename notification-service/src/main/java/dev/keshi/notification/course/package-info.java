/**
 * What courses are called, and where and when they are held: a copy of training-service's catalogue, from its events alone. Codes and ids
 * are put into words when somebody reads, so a course that is called otherwise later is called so everywhere.
 */
@NullMarked
package dev.keshi.notification.course;

import org.jspecify.annotations.NullMarked;
