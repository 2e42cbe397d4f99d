/** Positions over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.org.position.web;

import org.jspecify.annotations.NullMarked;
