/** What refusals say to people. */
@NullMarked
package dev.keshi.test.problems;

import org.jspecify.annotations.NullMarked;
