package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.CpuTimeProfiler;

/**
 * Measures the processor time of all Java threads except that of the client, which is the thread on which JMH runs the
 * benchmark.
 */
public final class ServerCpuTimeProfiler extends CpuTimeProfiler {

    @Override
    protected boolean counts(String thread) {
        return !thread.contains("jmh-worker");
    }
}
