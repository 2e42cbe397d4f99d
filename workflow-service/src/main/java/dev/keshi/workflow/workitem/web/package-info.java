/** Work items over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.workflow.workitem.web;

import org.jspecify.annotations.NullMarked;
