/** HTTP of process definitions. */
@NullMarked
package dev.keshi.workflow.deployment.web;

import org.jspecify.annotations.NullMarked;
