/**
 * Process definitions: BPMN 2.0 XML is compiled into an immutable graph of what the engine executes, or refused with
 * everything that is wrong. This package alone knows the BPMN model library.
 */
@NullMarked
package dev.keshi.workflow.definition;

import org.jspecify.annotations.NullMarked;
