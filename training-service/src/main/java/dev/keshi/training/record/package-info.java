/**
 * What each person has learned (学习档案): one entry for each session attended and each quiz passed, with how long the course takes.
 * Entries follow from events alone and are never changed.
 */
@NullMarked
package dev.keshi.training.record;

import org.jspecify.annotations.NullMarked;
