/** The subscriber's memory in a relational database, beside the tables that its handlers write. */
@NullMarked
package dev.keshi.events.client.jdbc;

import org.jspecify.annotations.NullMarked;
