package io.httpcached.server.warming;

import io.httpcached.WarmedUri;
import io.httpcached.WarmedUri.Result;
import io.httpcached.core.Outcome;
import io.httpcached.server.config.WarmedRequest;
import io.httpcached.server.config.WarmingConfiguration;
import io.httpcached.server.request.WarmingOutcome;
import io.httpcached.server.request.WarmingRequest;
import io.httpcached.server.routing.RequestRunner;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one request that warms the cache, and reports its result. Thread-safe. */
@Singleton
final class WarmingRunner {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final RequestRunner requests;
    private final BeanProvider<EmbeddedServer> server;
    private final Duration timeout;

    WarmingRunner(RequestRunner requests, BeanProvider<EmbeddedServer> server, WarmingConfiguration.Limits limits) {
        this.requests = requests;
        this.server = server;
        this.timeout = limits.getTimeout();
    }

    /** Returns the port of the server, or -1 if it does not run. */
    int port() {
        return server.find(null)
                .filter(EmbeddedServer::isRunning)
                .map(EmbeddedServer::getPort)
                .orElse(-1);
    }

    /** Starts a request on another thread. The stages of the run never fail. */
    WarmingQueue.Run start(WarmedRequest request) {
        String uri = request.uri().toString();
        HttpRequest<?> get = new WarmingRequest(request.uri(), request.headers(), port());
        WarmingOutcome outcome = new WarmingOutcome();
        outcome.attach(get);
        CompletableFuture<WarmedUri> end = new CompletableFuture<>();
        // Executors hand the context of their caller on, such as its transaction, whose changes are not committed.
        try {
            PropagatedContext.empty()
                    .wrap(() -> requests.start(
                            get, (response, failure) -> end.complete(result(uri, outcome.get(), response, failure))))
                    .run();
        } catch (RejectedExecutionException e) {
            LOG.debug("No thread is free to warm {}", uri, e);
            end.complete(new WarmedUri(uri, Result.FAILED, "no thread is free"));
        }
        WarmedUri late =
                new WarmedUri(uri, Result.FAILED, "no response within " + timeout.toMillis() + " milliseconds");
        return new WarmingQueue.Run(end.copy().completeOnTimeout(late, timeout.toMillis(), TimeUnit.MILLISECONDS), end);
    }

    private static WarmedUri result(
            String uri, @Nullable Outcome outcome, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
        if (response == null) {
            LOG.warn("A request that warms {} failed", uri, failure);
            return new WarmedUri(uri, Result.FAILED, "the request failed");
        }
        if (outcome == null) {
            return new WarmedUri(
                    uri, Result.NOT_STORED, "a filter outside the cache answered with status " + response.code());
        }
        if (outcome.stored()) {
            return new WarmedUri(uri, Result.STORED, null);
        }
        if (outcome.hit() || outcome.collapsed()) {
            return new WarmedUri(uri, Result.PRESENT, null);
        }
        String detail = outcome.detail();
        return new WarmedUri(
                uri, Result.NOT_STORED, "status " + response.code() + (detail == null ? "" : ", " + detail));
    }
}
