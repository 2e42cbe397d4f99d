/** What stands beside notification-service: obligations of many, and what the server says of the queries for them. */
@NullMarked
package dev.keshi.benchmarks.obligation;

import org.jspecify.annotations.NullMarked;
