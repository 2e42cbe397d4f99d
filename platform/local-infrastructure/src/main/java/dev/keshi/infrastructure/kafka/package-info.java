/** A private Apache Kafka broker in KRaft mode, started from its own Maven artifacts. */
@NullMarked
package dev.keshi.infrastructure.kafka;

import org.jspecify.annotations.NullMarked;
