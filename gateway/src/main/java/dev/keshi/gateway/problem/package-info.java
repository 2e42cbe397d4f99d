/** What the gateway itself answers, in the same words and languages as the services. */
@NullMarked
package dev.keshi.gateway.problem;

import org.jspecify.annotations.NullMarked;
