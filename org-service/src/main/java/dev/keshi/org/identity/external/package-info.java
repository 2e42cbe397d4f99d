/**
 * An issuer of the enterprise's own in place of the embedded one. What remains to do here is to tell its keys to the services,
 * which learn keys from events whoever the issuer is.
 */
@NullMarked
package dev.keshi.org.identity.external;

import org.jspecify.annotations.NullMarked;
