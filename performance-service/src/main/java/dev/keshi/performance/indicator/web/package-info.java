/** Indicators over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.performance.indicator.web;

import org.jspecify.annotations.NullMarked;
