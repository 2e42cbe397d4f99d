/** Processes of this machine: started, recognised again by pid and birth, and stopped; ports; the folder that keeps their state. */
@NullMarked
package dev.keshi.infrastructure.process;

import org.jspecify.annotations.NullMarked;
