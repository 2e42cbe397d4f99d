/** The rules of the house style that a machine can check. */
@NullMarked
package dev.keshi.test.architecture;

import org.jspecify.annotations.NullMarked;
