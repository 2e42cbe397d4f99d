/** Courseware over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.training.lesson.web;

import org.jspecify.annotations.NullMarked;
