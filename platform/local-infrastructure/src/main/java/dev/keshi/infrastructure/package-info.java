/**
 * What Keshi needs around it on one machine: a MongoDB replica set and a Kafka broker. Given addresses are used as they are;
 * else private servers are started as plain processes whose data, logs and secrets lie under one folder.
 */
@NullMarked
package dev.keshi.infrastructure;

import org.jspecify.annotations.NullMarked;
