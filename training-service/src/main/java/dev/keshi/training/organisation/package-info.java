/** Who works here and what departments there are, as far as training needs it: read from the organisation copy as of today. */
@NullMarked
package dev.keshi.training.organisation;

import org.jspecify.annotations.NullMarked;
