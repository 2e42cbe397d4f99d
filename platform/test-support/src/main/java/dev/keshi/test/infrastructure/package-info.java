/**
 * A real MongoDB and a real Kafka for tests behind one annotation, which hides where they come from: given addresses, containers, or
 * processes of this machine. A test never passes because they are missing.
 */
@NullMarked
package dev.keshi.test.infrastructure;

import org.jspecify.annotations.NullMarked;
