package dev.keshi.service;

/** A feature's own failures, plain and sealed. */
abstract sealed class ParcelProblem extends RuntimeException {

    static final class Sealed extends ParcelProblem {
        final String parcel;

        Sealed(String parcel) {
            this.parcel = parcel;
        }
    }

    static final class TooHeavy extends ParcelProblem {
        final int grams;

        TooHeavy(int grams) {
            this.grams = grams;
        }
    }
}
