/**
 * Which processes can be started: each deployed BPMN document is a version under the key of its process, kept as it was
 * given and never changed.
 */
@NullMarked
package dev.keshi.workflow.deployment;

import org.jspecify.annotations.NullMarked;
