/** People over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.org.person.web;

import org.jspecify.annotations.NullMarked;
