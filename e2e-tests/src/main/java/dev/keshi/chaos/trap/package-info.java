/** What ends a service at a named place. It is made into a jar by the fault run that wants it, and by nothing else. */
@NullMarked
package dev.keshi.chaos.trap;

import org.jspecify.annotations.NullMarked;
