/**
 * A request that is sent twice is carried out once and answered twice: the first answer is kept for 24 hours under the
 * caller's {@code Idempotency-Key}. A crash in between leaves a mark that stops counting when nobody waits for the answer
 * any more; then the keys inside the documents themselves see to it that nothing happens a second time.
 */
@NullMarked
package dev.keshi.service.idempotency;

import org.jspecify.annotations.NullMarked;
