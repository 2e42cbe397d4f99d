/** The catalogue over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.training.course.web;

import org.jspecify.annotations.NullMarked;
