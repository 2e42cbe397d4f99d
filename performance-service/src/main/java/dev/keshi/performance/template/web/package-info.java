/** Templates over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.performance.template.web;

import org.jspecify.annotations.NullMarked;
