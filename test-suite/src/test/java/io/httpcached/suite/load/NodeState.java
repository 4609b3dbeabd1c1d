package io.httpcached.suite.load;

import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.store.Stores;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.PoolArenaMetric;
import io.netty.buffer.PooledByteBufAllocator;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reports what a node has in use. The runtime has no API for most of it, because no application needs it, so this class reads
 * private fields.
 */
@Controller("/state")
@Requires(property = "scenario", value = LoadApplication.SCENARIO)
class NodeState {

    private final Stores stores;

    NodeState(Stores stores) {
        this.stores = stores;
    }

    /** Returns lines of names and numbers. */
    @Get
    @ExecuteOn(TaskExecutors.BLOCKING)
    String show(@QueryValue(defaultValue = "false") boolean gc) {
        if (gc) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return "threads " + ManagementFactory.getThreadMXBean().getThreadCount()
                + "\nheap " + (runtime.totalMemory() - runtime.freeMemory())
                + "\ndirect " + directMemory()
                + "\nbuffers " + activeBuffers()
                + "\nfetches " + sharedFetches()
                + "\nrefreshes " + size(read(stores, "refreshes.keys"))
                + "\ntimeouts " + size(read(redis(), "guard.timeouts.pending"))
                + "\nwrites " + ((AtomicLong) read(redis(), "writer.pendingBytes")).get()
                + "\nunconfirmed " + size(read(redis(), "unconfirmed.numbers"))
                + "\navailable " + (stores.byName().values().stream().allMatch(RemoteStatistics::available) ? 1 : 0);
    }

    private int sharedFetches() {
        return ((Map<?, ?>) read(stores, "inUse"))
                .values().stream()
                        .mapToInt(each -> size(read(each, "pipeline.fetches.collapser.fetches")))
                        .sum();
    }

    private Object redis() {
        return read(Objects.requireNonNull(((Map<?, ?>) read(stores, "inUse")).get("redis")), "store.remote");
    }

    private static long directMemory() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
    }

    /** Returns the number of buffers in use, or zero if the allocator does not count them. */
    private static long activeBuffers() {
        return ByteBufAllocator.DEFAULT instanceof PooledByteBufAllocator pooled
                ? pooled.metric().directArenas().stream()
                        .mapToLong(PoolArenaMetric::numActiveAllocations)
                        .sum()
                : 0;
    }

    private static int size(Object collection) {
        return collection instanceof Map<?, ?> map ? map.size() : ((Collection<?>) collection).size();
    }

    private static Object read(Object from, String path) {
        Object value = from;
        for (String name : path.split("\\.", -1)) {
            try {
                Field field = value.getClass().getDeclaredField(name);
                field.setAccessible(true);
                value = field.get(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(path, e);
            }
        }
        return value;
    }
}
