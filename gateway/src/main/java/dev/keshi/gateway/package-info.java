/** The one door to Keshi: routes, token check, limits, breakers and deadlines; what is refused here never reaches a service. */
@NullMarked
package dev.keshi.gateway;

import org.jspecify.annotations.NullMarked;
