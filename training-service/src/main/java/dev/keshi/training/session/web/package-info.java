/** Sessions over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.training.session.web;

import org.jspecify.annotations.NullMarked;
