/**
 * For the tests of subscribers, without Kafka. {@link dev.keshi.events.testkit.GoldenEvents} are one complete example of each type, as
 * Keshi publishes it; {@link dev.keshi.events.testkit.EventStory} makes histories of them; {@link
 * dev.keshi.events.testkit.EventListenerContract} delivers such a history as the wire may bring it and fails when that shows.
 */
@NullMarked
package dev.keshi.events.testkit;

import org.jspecify.annotations.NullMarked;
