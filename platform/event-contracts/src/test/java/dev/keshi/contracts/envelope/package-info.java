/** The headers around every event, described for subscribers. */
@NullMarked
package dev.keshi.contracts.envelope;

import org.jspecify.annotations.NullMarked;
