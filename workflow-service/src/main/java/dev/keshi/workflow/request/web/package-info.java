/** HTTP of requests and tasks. */
@NullMarked
package dev.keshi.workflow.request.web;

import org.jspecify.annotations.NullMarked;
