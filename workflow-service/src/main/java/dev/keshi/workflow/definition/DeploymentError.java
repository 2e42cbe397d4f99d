package dev.keshi.workflow.definition;

/**
 * One reason why a BPMN document is not deployed.
 *
 * @param elementId id of the element, or of the nearest one around it that has an id; empty for the document as a whole
 * @param elementType its name in the document without prefix, {@code keshi:} and the like before names of extensions
 * @param line of its start tag, from 1
 * @param zh what is wrong, in Chinese
 * @param en what is wrong, in English
 * @param parserMessage what the parser that found it says, in its own words; empty when we found it ourselves
 */
public record DeploymentError(
        DeploymentErrorCode code,
        String elementId,
        String elementType,
        int line,
        String zh,
        String en,
        String parserMessage) {}
