/**
 * Lists, page by page: no skipping, no counting. A cursor is the place after the last item, signed and bound to the list
 * it came from, so that it can be neither forged nor carried to another list or another filter.
 */
@NullMarked
package dev.keshi.service.page;

import org.jspecify.annotations.NullMarked;
