package io.httpcached.server.report;

import io.httpcached.engine.remote.RemoteStatistics;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Tells how the cache does. Injectable. Thread-safe. */
public interface CacheReport {

    /**
     * What is held in memory.
     *
     * @param entries how many entries, about
     * @param bytes what they take together, about
     */
    record MemoryTotals(long entries, long bytes) {}

    /** {@return the cached routes, by URI} */
    List<RouteReport> routes();

    /** {@return how the memory backend does, if it is in use; else nothing is held} */
    MemoryTotals memory();

    /** {@return how each backend does that may fail, by name} */
    Map<String, RemoteStatistics> backends();

    /**
     * Tells what the cache would do with a request, without doing it: no filter and no handler is called, and nothing is
     * counted.
     *
     * @param request the request, with what filters would have made of it
     * @return the decision and what it rests on
     */
    CompletionStage<RequestReport> explain(HttpRequest<?> request);
}
