/** What comes with a service: features say what they bring, and it is brought in when the store is ready. */
@NullMarked
package dev.keshi.messaging.bundle;

import org.jspecify.annotations.NullMarked;
