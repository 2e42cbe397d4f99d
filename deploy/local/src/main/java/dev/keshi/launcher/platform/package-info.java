/**
 * Keshi on one machine: which services there are, how a built jar becomes a program that starts fast, how it is started, found again,
 * asked for its state and stopped. The verbs of {@code ./keshi} and the end-to-end tests use the same door, {@link
 * dev.keshi.launcher.platform.Platform}.
 */
@NullMarked
package dev.keshi.launcher.platform;

import org.jspecify.annotations.NullMarked;
