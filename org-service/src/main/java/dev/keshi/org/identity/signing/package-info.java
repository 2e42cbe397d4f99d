/**
 * The keys that sign tokens. A key is published as an event well before its first signature, so that every service knows
 * it in time and checks tokens without asking anyone; the private half is sealed in the store.
 */
@NullMarked
package dev.keshi.org.identity.signing;

import org.jspecify.annotations.NullMarked;
