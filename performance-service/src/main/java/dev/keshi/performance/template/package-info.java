/**
 * Appraisal templates (考核模板): what a position is judged by, each indicator with its standard and weight. A template has
 * versions; a draft can be revised until it is released, and what was released never changes. Those of the handbook come with
 * the service: one for every role template, the three variants of the operations assistant, the eight groups of the office and
 * a general one for whoever holds no known position.
 */
@NullMarked
package dev.keshi.performance.template;

import org.jspecify.annotations.NullMarked;
