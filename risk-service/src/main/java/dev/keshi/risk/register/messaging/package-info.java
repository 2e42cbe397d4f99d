/** Events of other services that carry measures on. */
@NullMarked
package dev.keshi.risk.register.messaging;

import org.jspecify.annotations.NullMarked;
