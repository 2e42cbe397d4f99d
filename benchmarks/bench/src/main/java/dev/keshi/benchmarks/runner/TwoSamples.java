package dev.keshi.benchmarks.runner;

import java.util.Arrays;

/**
 * Two samples and how far apart they are by the test of Kolmogorov and Smirnov, which presumes nothing of their distributions. The statistic is
 * the most by which the shares of the two that are no greater than some value differ: 0 when they are alike, 1 when one lies behind the other.
 *
 * <p>Of two large samples of n and m from the same distribution it exceeds {@code sqrt(-ln(a/2)/2) * sqrt((n+m)/(n*m))} with probability {@code
 * a} (N. Smirnov, Table for Estimating the Goodness of Fit of Empirical Distributions, Annals of Mathematical Statistics 19, 1948, p. 279, the
 * first term of his series).
 */
final class TwoSamples {

    private final long[] one;
    private final long[] other;

    TwoSamples(long[] one, long[] other) {
        this.one = sorted(one);
        this.other = sorted(other);
    }

    private static long[] sorted(long[] sample) {
        var sorted = sample.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    double apart() {
        double most = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            // Values that are the same are gone past in both before they are compared.
            long value = Math.min(one[i], other[j]);
            while (i < one.length && one[i] == value) {
                i++;
            }
            while (j < other.length && other[j] == value) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / one.length - (double) j / other.length));
        }
        return most;
    }

    /** @param level how often samples of the same may be further apart */
    double critical(double level) {
        return Math.sqrt(-Math.log(level / 2) / 2)
                * Math.sqrt((one.length + other.length) / ((double) one.length * other.length));
    }

    static double median(long[] sample) {
        var sorted = sorted(sample);
        return sorted[sorted.length / 2];
    }
}
