/** The matrix over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.risk.matrix.web;

import org.jspecify.annotations.NullMarked;
