/** What people of the demo enterprise do with work, risks and appraisals, over HTTP, for the tour and for the history. */
@NullMarked
package dev.keshi.launcher.activity;

import org.jspecify.annotations.NullMarked;
