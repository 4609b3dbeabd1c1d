package io.httpcached.server.filter;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.body.EncodedBody;
import io.micronaut.core.execution.ExecutionFlow;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.http.server.RequestLifecycle;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a request once more after its client was answered from a stale response. It goes through all of the server's
 * filters again, security included, so that a refresh may do nothing that a request may not.
 */
@Singleton
final class BackgroundRequests {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final RouteExecutor routes;
    private final Executor executor;

    BackgroundRequests(RouteExecutor routes, @Named(TaskExecutors.BLOCKING) Executor executor) {
        this.routes = routes;
        this.executor = executor;
    }

    /** Runs the request on a thread of its own, and ends the pending if no filter or handler does. */
    void run(HttpRequest<?> detached, PendingFetch pending) {
        PendingFetches.put(detached, pending);
        try {
            executor.execute(() -> runNow(detached));
        } catch (RejectedExecutionException e) {
            LOG.debug("No thread to refresh {}", detached.getPath(), e);
            endIfOpen(detached, null, e);
        }
    }

    private void runNow(HttpRequest<?> detached) {
        PropagatedContext.getOrEmpty()
                .plus(new ServerHttpRequestContext(detached))
                .wrap(() -> new Lifecycle(routes)
                        .run(detached)
                        .onComplete((response, failure) -> endIfOpen(detached, response, failure)))
                .run();
    }

    private void endIfOpen(HttpRequest<?> request, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
        PendingFetch open = PendingFetches.take(request);
        if (open != null) {
            int status = response == null ? 500 : response.code();
            PendingFetches.finish(open, new HandlerResponse(status, Fields.EMPTY, null, failure, "not reached"));
        }
        if (response != null) {
            EncodedBody.discard(response);
        }
    }

    private static final class Lifecycle extends RequestLifecycle {

        Lifecycle(RouteExecutor routes) {
            super(routes);
        }

        ExecutionFlow<HttpResponse<?>> run(HttpRequest<?> request) {
            return normalFlow(request);
        }
    }
}
