package dev.keshi.shelf;

/** Something behind the door, with a value that refuses as an id does. */
public record Shelf(String name) {

    public Shelf {
        if (name.isBlank()) {
            throw new IllegalArgumentException("shelf: " + name);
        }
    }

    /** As a service that makes one of something of its own, wrongly. */
    public static final class Shelves {

        private Shelves() {}

        public static Shelf ofNothing() {
            return new Shelf("");
        }
    }
}
