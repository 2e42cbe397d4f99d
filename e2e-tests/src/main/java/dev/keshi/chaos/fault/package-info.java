/** What can be broken, and how it is mended: processes killed or stopped, networks cut or slow, poison, members that come and go. */
@NullMarked
package dev.keshi.chaos.fault;

import org.jspecify.annotations.NullMarked;
