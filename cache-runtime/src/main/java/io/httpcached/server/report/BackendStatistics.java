package io.httpcached.server.report;

import io.httpcached.engine.remote.RemoteStatistics;
import java.util.Map;

/** Tells how the backends do that may fail. Injectable. Thread-safe. */
public interface BackendStatistics {

    /** {@return how each of them does, by name} */
    Map<String, RemoteStatistics> byName();
}
