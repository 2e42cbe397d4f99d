/** Integration clients over HTTP, for administrators. */
@NullMarked
package dev.keshi.org.identity.client.web;

import org.jspecify.annotations.NullMarked;
