/**
 * The tour: the main job of the platform on real input, step by step, each with its figure and its time. It looks at nothing but what anyone
 * outside can see: HTTP at the gateway, the events in Kafka, and the processes of this machine.
 */
@NullMarked
package dev.keshi.launcher.tour;

import org.jspecify.annotations.NullMarked;
