package io.httpcached.server.filter;

import io.httpcached.server.body.EncodedBody;
import io.httpcached.server.routing.RequestRunner;
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
import org.jspecify.annotations.Nullable;

/**
 * Runs requests that no client sent. They pass through the filters of the server, security included; only filters that record the
 * requests of clients do not see them. Each begins and ends with the events of a request, so that request-scoped beans are
 * destroyed. Thread-safe.
 */
@Singleton
final class OwnRequests implements RequestRunner {

    private final RouteExecutor routes;
    private final RequestEvents events;
    private final Executor executor;

    OwnRequests(RefreshRoutes routes, RequestEvents events, @Named(TaskExecutors.BLOCKING) Executor executor) {
        this.routes = routes.executor();
        this.events = events;
        this.executor = executor;
    }

    @Override
    public void start(HttpRequest<?> request, ResponseListener listener) {
        executor.execute(() -> runNow(request, listener));
    }

    private void runNow(HttpRequest<?> request, ResponseListener listener) {
        PropagatedContext.getOrEmpty()
                .plus(new ServerHttpRequestContext(request))
                .wrap(() -> begin(request).onComplete((response, failure) -> end(request, listener, response, failure)))
                .run();
    }

    private ExecutionFlow<HttpResponse<?>> begin(HttpRequest<?> request) {
        try {
            events.received(request);
        } catch (RuntimeException e) {
            return ExecutionFlow.error(e);
        }
        return new Lifecycle(routes).run(request);
    }

    private void end(
            HttpRequest<?> request,
            ResponseListener listener,
            @Nullable HttpResponse<?> response,
            @Nullable Throwable failure) {
        try {
            listener.ended(response, failure);
            if (response != null) {
                EncodedBody.close(response);
            }
        } finally {
            events.terminated(request);
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
