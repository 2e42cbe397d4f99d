/** Events about people and positions, as the population hears them. */
@NullMarked
package dev.keshi.performance.population.messaging;

import org.jspecify.annotations.NullMarked;
