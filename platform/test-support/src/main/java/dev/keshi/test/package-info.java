/** What tests of running services share: patience, and tokens. */
@NullMarked
package dev.keshi.test;

import org.jspecify.annotations.NullMarked;
