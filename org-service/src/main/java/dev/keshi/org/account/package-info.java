/**
 * Accounts of people: who may sign in, with which roles, and the epoch of their permissions. An account is made by an
 * invitation, becomes active when its owner sets a password through a link that works once, may be locked and unlocked,
 * and is closed for good. Every change of rights raises the epoch, so that access tokens from before no longer hold.
 */
@NullMarked
package dev.keshi.org.account;

import org.jspecify.annotations.NullMarked;
