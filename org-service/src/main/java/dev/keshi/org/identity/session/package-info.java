/**
 * Browser sessions with the issuer, kept in MongoDB so that any replica continues what another began. A session holds
 * plain text only: no Java object is ever read back from the store.
 */
@NullMarked
package dev.keshi.org.identity.session;

import org.jspecify.annotations.NullMarked;
