package io.httpcached.benchmark.tail;

import java.util.Arrays;

/** The times of requests in nanoseconds. It keeps each time, so percentiles are exact. Not thread-safe. */
final class Latencies {

    private long[] times = new long[1024];
    private int count;

    void add(long nanoseconds) {
        ensureCapacity(count + 1);
        times[count++] = nanoseconds;
    }

    void addAll(Latencies other) {
        ensureCapacity(count + other.count);
        System.arraycopy(other.times, 0, times, count, other.count);
        count += other.count;
    }

    int count() {
        return count;
    }

    /** Returns the time in milliseconds that the given fraction of the requests did not exceed. */
    double percentile(double fraction) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(times, 0, count);
        int rank = (int) Math.ceil(fraction * count);
        return times[Math.max(rank, 1) - 1] / 1e6;
    }

    private void ensureCapacity(int needed) {
        if (needed > times.length) {
            times = Arrays.copyOf(times, Math.max(needed, times.length * 2));
        }
    }
}
