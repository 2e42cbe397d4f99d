/** Events of performance-service: appraisal templates, cycles and what became of each appraisal. */
@NullMarked
package dev.keshi.contracts.performance;

import org.jspecify.annotations.NullMarked;
