/**
 * What becomes due without anybody doing anything: one replica at a time looks for it, part by part, under a lease that the
 * database judges. What is found is decided by the aggregates themselves, so a part that is done again changes nothing.
 */
@NullMarked
package dev.keshi.training.sweep;

import org.jspecify.annotations.NullMarked;
