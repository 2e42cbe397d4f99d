/** What is answered when a command names nobody, or somebody who has left. */
@NullMarked
package dev.keshi.training.organisation.web;

import org.jspecify.annotations.NullMarked;
