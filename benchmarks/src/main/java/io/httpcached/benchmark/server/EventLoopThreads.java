package io.httpcached.benchmark.server;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs benchmarks on the kind of threads that Netty's event loops use, on which Netty's thread-locals and therefore its
 * buffer pools take their fast path. JMH creates the executor by its class name.
 */
public final class EventLoopThreads extends ThreadPoolExecutor {

    /**
     * Creates the executor; JMH calls this constructor.
     *
     * @param threads the number of threads
     * @param prefix the prefix of the thread names
     */
    public EventLoopThreads(int threads, String prefix) {
        super(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), new DefaultThreadFactory(prefix));
    }
}
