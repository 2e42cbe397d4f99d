/** Problem details in a servlet: what Spring, Jackson, the validator and the store throw, put into the common words. */
@NullMarked
package dev.keshi.service.problem.web;

import org.jspecify.annotations.NullMarked;
