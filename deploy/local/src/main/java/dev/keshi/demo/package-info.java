/**
 * The demo enterprise: a Chinese group with head office, factories, branches and subsidiaries. Plain Java; the same seed and
 * number of people give the same files, byte for byte.
 */
@NullMarked
package dev.keshi.demo;

import org.jspecify.annotations.NullMarked;
