/** Events published by workflow-service. */
@NullMarked
package dev.keshi.contracts.workflow;

import org.jspecify.annotations.NullMarked;
