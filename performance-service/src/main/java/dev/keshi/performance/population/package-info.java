/**
 * Who held which position when, and who is the superior: a copy of what org-service has published, kept with its days, because
 * an appraisal looks back at a period while the organisation copy of the platform only knows today.
 */
@NullMarked
package dev.keshi.performance.population;

import org.jspecify.annotations.NullMarked;
