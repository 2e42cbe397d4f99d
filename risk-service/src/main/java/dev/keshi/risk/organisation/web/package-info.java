/** What is answered when a command names nobody, or somebody who has left. */
@NullMarked
package dev.keshi.risk.organisation.web;

import org.jspecify.annotations.NullMarked;
