package io.httpcached.server.report;

import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.remote.RemoteStatistics;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports the statistics of the remote stores. Injectable, also if the cache is disabled. Thread-safe. */
public interface BackendStatistics {

    /** {@return the statistics of the remote stores, by name} */
    Map<String, RemoteStatistics> byName();

    /**
     * Returns the state of the broadcast between the memory stores of nodes.
     *
     * @return the state, or null without {@code http-cache.memory.broadcast}
     */
    @Nullable
    BroadcastStatistics broadcast();
}
