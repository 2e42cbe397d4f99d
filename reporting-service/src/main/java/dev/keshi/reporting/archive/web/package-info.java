/** The archive over HTTP, for those who audit, administer or integrate. */
@NullMarked
package dev.keshi.reporting.archive.web;

import org.jspecify.annotations.NullMarked;
