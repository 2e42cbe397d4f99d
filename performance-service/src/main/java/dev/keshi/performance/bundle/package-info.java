/** What comes with the service: features say what they bring, and it is brought in when the store is ready. */
@NullMarked
package dev.keshi.performance.bundle;

import org.jspecify.annotations.NullMarked;
