/** Cycles, appraisals and ratings over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.performance.cycle.web;

import org.jspecify.annotations.NullMarked;
