/** What the archive hears: everything. */
@NullMarked
package dev.keshi.reporting.archive.messaging;

import org.jspecify.annotations.NullMarked;
