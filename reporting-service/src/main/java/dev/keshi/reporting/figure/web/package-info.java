/** Figures over HTTP. */
@NullMarked
package dev.keshi.reporting.figure.web;

import org.jspecify.annotations.NullMarked;
