/** Accounts over HTTP, for those who administer them. */
@NullMarked
package dev.keshi.org.account.web;

import org.jspecify.annotations.NullMarked;
