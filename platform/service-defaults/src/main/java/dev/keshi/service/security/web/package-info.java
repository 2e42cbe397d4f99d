/** Default deny in a servlet: every request under {@code /api} needs a valid token, everything else is refused. */
@NullMarked
package dev.keshi.service.security.web;

import org.jspecify.annotations.NullMarked;
