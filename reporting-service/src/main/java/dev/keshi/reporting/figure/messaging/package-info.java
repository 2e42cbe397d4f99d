/** Events that are entries of figures. */
@NullMarked
package dev.keshi.reporting.figure.messaging;

import org.jspecify.annotations.NullMarked;
