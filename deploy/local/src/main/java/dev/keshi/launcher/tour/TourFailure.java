package dev.keshi.launcher.tour;

/** Something that the tour looked at is not as it should be. */
final class TourFailure extends RuntimeException {

    TourFailure(String message) {
        super(message);
    }

    static void require(boolean holds, String otherwise, Object... details) {
        if (!holds) {
            throw new TourFailure(otherwise.formatted(details));
        }
    }
}
