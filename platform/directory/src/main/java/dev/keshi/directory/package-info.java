/**
 * The organisation as other services see it: departments, people, reporting lines and roles, copied from the events of
 * org-service into the service's own store, and the data scopes that follow from them. It knows published events only.
 */
@NullMarked
package dev.keshi.directory;

import org.jspecify.annotations.NullMarked;
