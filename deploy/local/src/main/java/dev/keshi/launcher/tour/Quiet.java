package dev.keshi.launcher.tour;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** The state after a load, when what it left to do is done: the figure has stopped falling. */
final class Quiet {

    /** Twice in a row, so that one pause is not taken for the end. */
    private static final int READINGS = 2;

    /** A figure is still falling while it is that much lower than the least one before. */
    private static final double FALL = 0.8;

    private Quiet() {}

    /**
     * @param reading takes a while and gives what was measured in it
     * @return how long it took until it was quiet, or the patience when it never was
     */
    static Duration await(DoubleSupplier reading, Duration patience) {
        long begin = System.nanoTime();
        double least = reading.getAsDouble();
        int still = 0;
        while (still < READINGS && System.nanoTime() - begin < patience.toNanos()) {
            double next = reading.getAsDouble();
            still = next < least * FALL ? 0 : still + 1;
            least = Math.min(least, next);
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
