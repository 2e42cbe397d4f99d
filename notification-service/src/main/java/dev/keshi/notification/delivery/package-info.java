/**
 * Who is told what. The table of this feature decides, event by event, whose inbox changes; it tells nobody what the
 * person did alone, and nobody the same fact twice.
 */
@NullMarked
package dev.keshi.notification.delivery;

import org.jspecify.annotations.NullMarked;
