package io.httpcached.server.filter;

import io.httpcached.server.config.RefreshFilterConfiguration;
import io.micronaut.context.BeanContext;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.RouteExecutor;
import io.micronaut.http.server.binding.RequestArgumentSatisfier;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.scheduling.executor.ExecutorSelector;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Provides the executor of routes that background refreshes use. It differs from that of the server in its router only. */
@Singleton
final class RefreshRoutes {

    private final RouteExecutor executor;

    RefreshRoutes(
            Router router,
            Collection<RouteBuilder> builders,
            RefreshFilterConfiguration settings,
            BeanContext beans,
            RequestArgumentSatisfier arguments,
            HttpServerConfiguration server,
            ErrorResponseProcessor<?> errors,
            ExecutorSelector executors) {
        this.executor = new RouteExecutor(
                new RefreshRouter(router, builders, settings), beans, arguments, server, errors, executors);
    }

    RouteExecutor executor() {
        return executor;
    }
}
