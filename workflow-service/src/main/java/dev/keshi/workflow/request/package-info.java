/**
 * Requests (申请) and the tasks they lead to: a request is a running process instance, kept in one document with its open
 * tasks, its history and its unpublished events.
 */
@NullMarked
package dev.keshi.workflow.request;

import org.jspecify.annotations.NullMarked;
