/** Imports over HTTP: uploads, progress and problems. */
@NullMarked
package dev.keshi.org.imports.web;

import org.jspecify.annotations.NullMarked;
