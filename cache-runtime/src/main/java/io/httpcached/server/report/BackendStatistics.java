package io.httpcached.server.report;

import io.httpcached.engine.remote.RemoteStatistics;
import java.util.Map;

/** Reports the statistics of the remote stores. Injectable, also if the cache is disabled. Thread-safe. */
public interface BackendStatistics {

    /** {@return the statistics of the remote stores, by name} */
    Map<String, RemoteStatistics> byName();
}
