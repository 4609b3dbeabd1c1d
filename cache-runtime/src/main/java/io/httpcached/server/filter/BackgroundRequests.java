package io.httpcached.server.filter;

import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.body.EncodedBody;
import io.httpcached.server.routing.BackgroundRunner;
import io.httpcached.server.routing.ServerCall;
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
 * Runs a detached request after its client received a stale response. The request passes through the filters of the server
 * again, security included, so that a refresh has no more rights than a request; only filters that record the requests of
 * clients do not see it. It begins and ends with the events of a request, so that request-scoped beans are destroyed.
 */
@Singleton
final class BackgroundRequests implements BackgroundRunner {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final int SERVER_ERROR = 500;

    private final RouteExecutor routes;
    private final RequestEvents events;
    private final Executor executor;

    BackgroundRequests(RefreshRoutes routes, RequestEvents events, @Named(TaskExecutors.BLOCKING) Executor executor) {
        this.routes = routes.executor();
        this.events = events;
        this.executor = executor;
    }

    @Override
    public void run(ServerCall call, PendingFetch fetch) {
        HttpRequest<?> detached = call.httpRequest();
        new HandlerRun(call, fetch).attach();
        try {
            executor.execute(() -> runNow(detached));
        } catch (RejectedExecutionException e) {
            LOG.debug("No thread is free to refresh {}", detached.getPath(), e);
            finishIfPending(detached, null);
        }
    }

    private void runNow(HttpRequest<?> detached) {
        PropagatedContext.getOrEmpty()
                .plus(new ServerHttpRequestContext(detached))
                .wrap(() -> begin(detached).onComplete((response, failure) -> end(detached, response, failure)))
                .run();
    }

    private ExecutionFlow<HttpResponse<?>> begin(HttpRequest<?> detached) {
        try {
            events.received(detached);
        } catch (RuntimeException e) {
            return ExecutionFlow.error(e);
        }
        return new Lifecycle(routes).run(detached);
    }

    private void end(HttpRequest<?> detached, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("A background run of {} failed outside of its handler", detached.getPath(), failure);
        }
        try {
            finishIfPending(detached, response);
        } finally {
            events.terminated(detached);
        }
    }

    /** A filter may have responded in place of the handler; then nobody else finishes the fetch. */
    private void finishIfPending(HttpRequest<?> request, @Nullable HttpResponse<?> response) {
        HandlerRun pending = HandlerRun.remove(request);
        if (pending != null) {
            int status = response == null ? SERVER_ERROR : response.code();
            pending.finish(HandlerResponse.notReached(status));
        }
        if (response != null) {
            EncodedBody.close(response);
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
