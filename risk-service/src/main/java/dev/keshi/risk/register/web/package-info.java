/** The register over HTTP: requests, answers and problems. */
@NullMarked
package dev.keshi.risk.register.web;

import org.jspecify.annotations.NullMarked;
