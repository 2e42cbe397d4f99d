/**
 * Certificates (证书): whoever has learned a course that gives one has it once for each time it was learned. It carries a number that
 * cannot be guessed, by which anybody can ask whether it holds; it ends on a day, is reminded of before, and can be revoked.
 */
@NullMarked
package dev.keshi.training.certificate;

import org.jspecify.annotations.NullMarked;
