/** OpenAPI 3.1 of each service: what all operations share is described once. */
@NullMarked
package dev.keshi.service.openapi;

import org.jspecify.annotations.NullMarked;
