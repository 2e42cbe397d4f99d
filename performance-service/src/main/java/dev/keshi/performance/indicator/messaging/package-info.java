/** Events that are facts about somebody's work. */
@NullMarked
package dev.keshi.performance.indicator.messaging;

import org.jspecify.annotations.NullMarked;
