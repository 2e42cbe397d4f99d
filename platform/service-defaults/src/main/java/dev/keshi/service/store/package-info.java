/** The MongoDB settings that are not optional: majority writes, bounded waiting, a bounded pool. And no request before the store is ready. */
@NullMarked
package dev.keshi.service.store;

import org.jspecify.annotations.NullMarked;
