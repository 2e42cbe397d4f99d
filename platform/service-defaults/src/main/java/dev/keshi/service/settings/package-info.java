/** Settings that every service shares, at the lowest precedence, and secrets from files. */
@NullMarked
package dev.keshi.service.settings;

import org.jspecify.annotations.NullMarked;
