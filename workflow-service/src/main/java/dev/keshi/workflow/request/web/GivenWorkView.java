package dev.keshi.workflow.request.web;

import dev.keshi.workflow.definition.EnglishNames;
import dev.keshi.workflow.engine.GivenWork;
import dev.keshi.workflow.request.Request;

/**
 * Work that a request gave by being approved.
 *
 * @param workItemId the work item, which is there moments after the request was approved
 * @param name as the author of the process wrote it, in English for who reads English when there is an English name
 * @param ownerId who had to do it when the request was approved; whose it is now the work item says
 */
record GivenWorkView(String workItemId, String name, String ownerId) {

    static GivenWorkView of(Request request, GivenWork work, EnglishNames english) {
        return new GivenWorkView(
                request.workItemId(work),
                english.work(work.id()).orElse(work.name()),
                work.owner().value());
    }
}
