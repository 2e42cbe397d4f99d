/** Departments, positions, people and imports on a real MongoDB and Kafka, over HTTP where callers are concerned. */
@NullMarked
package dev.keshi.org.organisation;

import org.jspecify.annotations.NullMarked;
