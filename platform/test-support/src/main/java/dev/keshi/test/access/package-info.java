/** Who reaches what of a service, as a table that a test carries out. */
@NullMarked
package dev.keshi.test.access;

import org.jspecify.annotations.NullMarked;
