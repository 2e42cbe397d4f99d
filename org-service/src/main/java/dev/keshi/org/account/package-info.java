/** Accounts of people: invitation, roles, and the epoch of their permissions. */
@NullMarked
package dev.keshi.org.account;

import org.jspecify.annotations.NullMarked;
