/** Requests of services for replays. */
@NullMarked
package dev.keshi.reporting.replay.messaging;

import org.jspecify.annotations.NullMarked;
