package io.httpcached.benchmark.tail;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A Zipf distribution: rank k has a probability in proportion to 1 / k^exponent. Immutable. */
final class ZipfDistribution {

    private final double[] cumulative;

    ZipfDistribution(int ranks, double exponent) {
        cumulative = new double[ranks];
        double sum = 0;
        for (int rank = 1; rank <= ranks; rank++) {
            sum += Math.pow(rank, -exponent);
            cumulative[rank - 1] = sum;
        }
    }

    /** Returns a random rank, from 1 on. */
    int sample(RandomGenerator random) {
        int index = Arrays.binarySearch(cumulative, random.nextDouble() * cumulative[cumulative.length - 1]);
        return Math.min(index >= 0 ? index + 1 : -index, cumulative.length);
    }
}
