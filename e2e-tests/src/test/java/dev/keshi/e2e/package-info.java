/**
 * Scenarios by capability. All of them run on one platform that is started once: through the gateway, with own reading of the JSON, so that a
 * changed interface breaks a scenario and not just a shared class.
 */
@NullMarked
package dev.keshi.e2e;

import org.jspecify.annotations.NullMarked;
