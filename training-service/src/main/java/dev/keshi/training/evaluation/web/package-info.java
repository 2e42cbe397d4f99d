/** Evaluations over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.training.evaluation.web;

import org.jspecify.annotations.NullMarked;
