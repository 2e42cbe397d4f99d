/**
 * The one command. {@code ./keshi} finds a JDK, builds what is stale and hands over to {@link dev.keshi.launcher.Keshi}; each verb is
 * one class. What the verbs act on is in {@link dev.keshi.launcher.platform}.
 */
@NullMarked
package dev.keshi.launcher;

import org.jspecify.annotations.NullMarked;
