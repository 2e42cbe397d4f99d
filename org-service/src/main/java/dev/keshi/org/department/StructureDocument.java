package dev.keshi.org.department;

import org.jspecify.annotations.Nullable;

/**
 * The one document on which all structure changes meet.
 *
 * @param revision rises with every change of the tree
 * @param importing the import that is being carried out; meanwhile nothing else changes the tree
 */
record StructureDocument(long revision, @Nullable String importing) {

    /** Before anything was changed: nothing is kept of it yet. */
    static final StructureDocument FIRST = new StructureDocument(0, null);

    StructureDocument next() {
        return new StructureDocument(revision + 1, importing);
    }
}
