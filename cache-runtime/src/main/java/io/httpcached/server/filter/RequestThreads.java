package io.httpcached.server.filter;

import io.micronaut.http.HttpRequest;
import java.util.concurrent.Executor;

/**
 * Finds the thread that a request came on. A request that waited for a backend goes on there, as it would have without
 * the cache, and never on the backend's own threads: what a handler does there would hold up every other request.
 */
public interface RequestThreads {

    /** For servers whose threads are not known: a request goes on wherever it is. */
    RequestThreads ANY = request -> Runnable::run;

    /**
     * Finds the thread of a request.
     *
     * @param request the request
     * @return runs on that thread
     */
    Executor threadOf(HttpRequest<?> request);
}
