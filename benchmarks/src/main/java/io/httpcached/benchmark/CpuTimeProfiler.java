package io.httpcached.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Measures the processor time that all Java threads spend on an operation. Unlike elapsed time, it does not grow when
 * other processes compete for the processors, and it includes the work that a cache does on background threads. The
 * threads of the compiler and of the garbage collector are not Java threads.
 */
public class CpuTimeProfiler implements InternalProfiler {

    /** The name of the result, in nanoseconds per operation. */
    public static final String RESULT = "cpu.time";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Map<Long, Long> BEFORE_END = new ConcurrentHashMap<>();

    private Map<Long, Long> before = Map.of();

    /**
     * Keeps the processor time of all threads. A benchmark calls this before it stops threads in its tear-down, which JMH
     * runs before the end of the last iteration.
     */
    public static void keepTimes() {
        for (long thread : THREADS.getAllThreadIds()) {
            long used = THREADS.getThreadCpuTime(thread);
            if (used >= 0) {
                BEFORE_END.put(thread, used);
            }
        }
    }

    @Override
    public String getDescription() {
        return "Processor time of all Java threads";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = cpuNanosByThread();
    }

    @Override
    public Collection<ScalarResult> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        Map<Long, Long> after = cpuNanosByThread();
        before.forEach((thread, used) -> after.putIfAbsent(thread, BEFORE_END.getOrDefault(thread, used)));
        double nanos = 0;
        for (Map.Entry<Long, Long> thread : after.entrySet()) {
            nanos += thread.getValue() - before.getOrDefault(thread.getKey(), 0L);
        }
        double each = nanos / result.getMetadata().getAllOps();
        return List.of(new ScalarResult(RESULT, each, "ns/op", AggregationPolicy.AVG));
    }

    /**
     * Returns whether the time of a thread is counted.
     *
     * @param thread the name of the thread
     */
    protected boolean counts(String thread) {
        return true;
    }

    private Map<Long, Long> cpuNanosByThread() {
        Map<Long, Long> nanos = new HashMap<>();
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && counts(thread.getThreadName())) { // null if the thread has ended
                long used = THREADS.getThreadCpuTime(thread.getThreadId());
                if (used >= 0) { // -1 if the thread has ended since
                    nanos.put(thread.getThreadId(), used);
                }
            }
        }
        return nanos;
    }
}
