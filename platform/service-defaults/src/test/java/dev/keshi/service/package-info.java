/** A tiny service that has one of everything the defaults act on. */
@NullMarked
package dev.keshi.service;

import org.jspecify.annotations.NullMarked;
