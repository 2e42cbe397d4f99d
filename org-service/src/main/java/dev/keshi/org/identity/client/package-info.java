/**
 * Integration clients: programs of the enterprise that call the API with credentials of their own (client credentials
 * grant). An administrator registers them; the secret is told once and kept as a hash.
 */
@NullMarked
package dev.keshi.org.identity.client;

import org.jspecify.annotations.NullMarked;
