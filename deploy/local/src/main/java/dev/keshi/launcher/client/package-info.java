/**
 * Keshi as any program outside sees it: HTTP at the gateway. Signing in is the flow that the console uses, page by page; there is no other
 * way in. The demo, the tour and the end-to-end tests speak to the platform through this package only.
 */
@NullMarked
package dev.keshi.launcher.client;

import org.jspecify.annotations.NullMarked;
