/** Goals over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.performance.goal.web;

import org.jspecify.annotations.NullMarked;
