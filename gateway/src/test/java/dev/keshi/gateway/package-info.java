/** The gateway before small services that are made for the tests. */
@NullMarked
package dev.keshi.gateway;

import org.jspecify.annotations.NullMarked;
