package io.httpcached.server.routing;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Runs requests that no client sent through the filters and handlers of the server. Thread-safe. */
public interface RequestRunner {

    /** Learns of the end of a request. */
    @FunctionalInterface
    interface ResponseListener {

        /**
         * Handles the end of a request.
         *
         * @param response the response, whose body is closed afterwards, or null after a failure
         * @param failure the failure, or null
         */
        void ended(@Nullable HttpResponse<?> response, @Nullable Throwable failure);
    }

    /**
     * Starts a request on another thread.
     *
     * @param request the request
     * @param listener learns of its end, once
     * @throws RejectedExecutionException if no thread is free
     */
    void start(HttpRequest<?> request, ResponseListener listener);
}
