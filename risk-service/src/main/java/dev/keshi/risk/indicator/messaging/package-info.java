/** Events of other services that feed risk indicators. */
@NullMarked
package dev.keshi.risk.indicator.messaging;

import org.jspecify.annotations.NullMarked;
