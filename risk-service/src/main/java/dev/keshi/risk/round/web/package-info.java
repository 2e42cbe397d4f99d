/** Identification rounds over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.risk.round.web;

import org.jspecify.annotations.NullMarked;
