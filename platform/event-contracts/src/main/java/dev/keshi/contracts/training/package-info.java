/** Events of training-service: courses, sessions with their enrolments, courses that people have to take and what they brought. */
@NullMarked
package dev.keshi.contracts.training;

import org.jspecify.annotations.NullMarked;
