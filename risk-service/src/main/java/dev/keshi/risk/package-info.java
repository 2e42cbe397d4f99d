/**
 * The risk service. Its features are packages beside each other: {@code monitoring} says when a row of figures warns,
 * {@code matrix} makes a level of likelihood and impact, {@code organisation} knows who is there, {@code register} keeps the
 * risks with their responses and measures, {@code indicator} keeps the risk indicators, which people, programs or performance-service feed, and the early warnings they raise, and
 * {@code round} asks each department for its risks.
 */
@NullMarked
package dev.keshi.risk;

import org.jspecify.annotations.NullMarked;
