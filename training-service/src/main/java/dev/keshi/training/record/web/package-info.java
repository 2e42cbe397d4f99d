/** Learning records over HTTP. */
@NullMarked
package dev.keshi.training.record.web;

import org.jspecify.annotations.NullMarked;
