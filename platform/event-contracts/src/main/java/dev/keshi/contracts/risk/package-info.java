/** Events of risk-service: matrices, risks with their measures, risk indicators, early warnings and identification rounds. */
@NullMarked
package dev.keshi.contracts.risk;

import org.jspecify.annotations.NullMarked;
