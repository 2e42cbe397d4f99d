/** The first administrator of a new installation, made through a link that works once. */
@NullMarked
package dev.keshi.org.identity.administrator;

import org.jspecify.annotations.NullMarked;
