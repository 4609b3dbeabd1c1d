package io.httpcached.server.request;

import io.micronaut.http.HttpRequest;
import java.util.concurrent.Executor;

/**
 * Finds the thread on which a request arrived. A request that waited for a remote store continues on its own thread, as
 * it would without the cache. It never continues on a thread of the store's client, where its handler would delay every
 * other request.
 */
public interface RequestThreads {

    /** Continues on the current thread, for servers whose threads are not known. */
    RequestThreads ANY = request -> Runnable::run;

    /**
     * Returns the thread of a request.
     *
     * @param request the request
     * @return an executor that runs tasks on that thread
     */
    Executor threadOf(HttpRequest<?> request);
}
