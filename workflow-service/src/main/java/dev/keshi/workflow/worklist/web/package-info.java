/** HTTP of work lists. */
@NullMarked
package dev.keshi.workflow.worklist.web;

import org.jspecify.annotations.NullMarked;
