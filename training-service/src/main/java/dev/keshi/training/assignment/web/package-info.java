/** Assigned courses over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.training.assignment.web;

import org.jspecify.annotations.NullMarked;
