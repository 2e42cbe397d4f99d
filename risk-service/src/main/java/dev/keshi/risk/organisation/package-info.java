/** Who works here and what departments there are, as far as risks need it: read from the organisation copy as of today. */
@NullMarked
package dev.keshi.risk.organisation;

import org.jspecify.annotations.NullMarked;
