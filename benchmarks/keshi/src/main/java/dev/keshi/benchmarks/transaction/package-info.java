/** The textbook's outbox as a rival: the change and a document of a second collection in one transaction, and a poller. */
@NullMarked
package dev.keshi.benchmarks.transaction;

import org.jspecify.annotations.NullMarked;
