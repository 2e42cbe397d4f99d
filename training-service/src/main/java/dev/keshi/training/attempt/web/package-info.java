/** Attempts at quizzes over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.training.attempt.web;

import org.jspecify.annotations.NullMarked;
