/**
 * What becomes due without anybody doing anything: one replica of a service looks for it, part by part, under a lease that the database
 * judges.
 */
@NullMarked
package dev.keshi.messaging.sweep;

import org.jspecify.annotations.NullMarked;
