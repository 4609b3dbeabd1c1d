package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.CpuTimeProfiler;

/** The processor time of all Java threads but the client's, which is the one that JMH runs the benchmark on. */
public final class ServerCpuTimeProfiler extends CpuTimeProfiler {

    @Override
    protected boolean counts(String thread) {
        return !thread.contains("jmh-worker");
    }
}
