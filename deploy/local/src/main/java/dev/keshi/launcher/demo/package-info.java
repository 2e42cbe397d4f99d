/**
 * The demo enterprise: its files are generated, imported through the gateway as an administrator would, and a handful of its people get
 * accounts to try. Everything is done over HTTP and can be done again without harm.
 */
@NullMarked
package dev.keshi.launcher.demo;

import org.jspecify.annotations.NullMarked;
