/** Reading of CSV files as people make them: encodings, separators, headers in two languages, and cells that are not what they seem. */
@NullMarked
package dev.keshi.org.imports.table;

import org.jspecify.annotations.NullMarked;
