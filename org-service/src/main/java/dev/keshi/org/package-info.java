/** The organisation service: one package for each feature. */
@NullMarked
package dev.keshi.org;

import org.jspecify.annotations.NullMarked;
