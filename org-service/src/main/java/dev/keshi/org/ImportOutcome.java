package dev.keshi.org;

/**
 * What came of a part of an import.
 *
 * @param skipped could not be carried out any more, because something else had changed it since it was checked
 */
public record ImportOutcome(int created, int changed, int unchanged, int skipped) {

    public static final ImportOutcome NOTHING = new ImportOutcome(0, 0, 0, 0);

    public ImportOutcome plus(ImportOutcome other) {
        return new ImportOutcome(
                created + other.created, changed + other.changed, unchanged + other.unchanged, skipped + other.skipped);
    }
}
