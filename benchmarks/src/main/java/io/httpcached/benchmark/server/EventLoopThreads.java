package io.httpcached.benchmark.server;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs benchmarks on threads of the kind that Netty's event loops use, on which its thread-locals, and with them its
 * buffer pools, take their fast path. JMH makes one by name.
 */
public final class EventLoopThreads extends ThreadPoolExecutor {

    /**
     * Called by JMH.
     *
     * @param threads how many threads it needs
     * @param prefix what begins their names
     */
    public EventLoopThreads(int threads, String prefix) {
        super(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), new DefaultThreadFactory(prefix));
    }
}
