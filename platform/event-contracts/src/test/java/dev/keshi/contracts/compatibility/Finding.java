package dev.keshi.contracts.compatibility;

/**
 * One difference.
 *
 * @param at JSON pointer into the schema: into the released one where something is gone, else into that of the build. References are read as if
 *     their target stood in their place
 * @param sentence what changed, for whoever reads the build's log
 */
public record Finding(Change change, String at, String sentence) {

    public boolean breaks() {
        return change.breaks();
    }

    @Override
    public String toString() {
        return change + " at '" + at + "': " + sentence;
    }
}
