/** Work plans over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.workflow.workplan.web;

import org.jspecify.annotations.NullMarked;
