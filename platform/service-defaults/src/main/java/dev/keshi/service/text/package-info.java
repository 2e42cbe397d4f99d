/** What people may write. */
@NullMarked
package dev.keshi.service.text;

import org.jspecify.annotations.NullMarked;
