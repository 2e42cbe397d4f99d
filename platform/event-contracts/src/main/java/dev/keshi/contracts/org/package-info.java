/** Events published by org-service. */
@NullMarked
package dev.keshi.contracts.org;

import org.jspecify.annotations.NullMarked;
