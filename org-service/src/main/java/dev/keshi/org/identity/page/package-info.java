/**
 * The few pages of identity: signing in and out, accepting an invitation, changing a password. Plain HTML from the
 * server, in Chinese and English, without a script.
 */
@NullMarked
package dev.keshi.org.identity.page;

import org.jspecify.annotations.NullMarked;
