package dev.keshi.workflow.request;

import dev.keshi.workflow.engine.OpenTask;

/** An open task in somebody's work list, with the request it belongs to. */
public record ApprovalTask(Request request, OpenTask task) {}
