/**
 * Indicators (指标, KPI) that events feed. What events of the platform say of a person's work is kept as facts, one for each thing that
 * was done, and nothing is added up beforehand: a value is worked out from the facts of a person and a period when it is asked for,
 * so events that come twice, late or in another order lead to the same value, and each value can name the events it came from.
 *
 * <p>A formula is data out of a closed set ({@link dev.keshi.performance.indicator.Formula}). It is defined once and never changes; another
 * formula is another indicator. Figures that no service of the platform knows come by import: each row is an event of this service, and
 * feeds facts as the events of others do.
 *
 * <p>To add a source: a constant of {@link dev.keshi.performance.indicator.Source}, a line in the formulas that fit it, and a handler that
 * makes a fact of its event.
 */
@NullMarked
package dev.keshi.performance.indicator;

import org.jspecify.annotations.NullMarked;
