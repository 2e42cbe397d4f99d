/** Risk indicators and warnings over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.risk.indicator.web;

import org.jspecify.annotations.NullMarked;
