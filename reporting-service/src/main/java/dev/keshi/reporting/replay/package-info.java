/**
 * Sends events of the archive once more: to services that miss some or make a read model anew, and to topics of callers.
 * Each key in its order, with the headers of the first time; at least once, like the first time.
 */
@NullMarked
package dev.keshi.reporting.replay;

import org.jspecify.annotations.NullMarked;
