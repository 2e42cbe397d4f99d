/**
 * The ledger: what callers asked for and what they were told, kept outside of the services and never fed by them; and the comparison with
 * what is there in the end, read through HTTP, from Kafka with a consumer of its own, and from MongoDB by someone who may only read.
 */
@NullMarked
package dev.keshi.chaos.ledger;

import org.jspecify.annotations.NullMarked;
