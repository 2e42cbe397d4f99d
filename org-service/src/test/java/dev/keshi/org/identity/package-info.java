/** Identity against a real MongoDB and Kafka, with two replicas that share them. */
@NullMarked
package dev.keshi.org.identity;

import org.jspecify.annotations.NullMarked;
