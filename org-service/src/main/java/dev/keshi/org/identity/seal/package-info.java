/** Keeps secrets unreadable in the store. */
@NullMarked
package dev.keshi.org.identity.seal;

import org.jspecify.annotations.NullMarked;
