/** The pages for people in {@code docs/events}, in both languages, made from the catalogue. */
@NullMarked
package dev.keshi.contracts.pages;

import org.jspecify.annotations.NullMarked;
