package dev.keshi.workflow.definition;

/**
 * What is wrong, as we say it to the author of a document.
 *
 * @param parserMessage what the tool that found it says, in its own words and language; empty when it says nothing
 */
record Words(String zh, String en, String parserMessage) {}
