/** What services tell each other: event records, their catalogue and the topics they travel on. */
@NullMarked
package dev.keshi.contracts;

import org.jspecify.annotations.NullMarked;
