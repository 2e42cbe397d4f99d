/**
 * Problem details (RFC 9457): the one vocabulary in which services and the gateway refuse. A feature throws its own
 * plain, sealed failures; a {@link dev.keshi.service.problem.ProblemMapping} says once what each means over HTTP, and a
 * resource bundle beside the mapping says it to people in Chinese and English.
 */
@NullMarked
package dev.keshi.service.problem;

import org.jspecify.annotations.NullMarked;
