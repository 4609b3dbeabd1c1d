package io.httpcached.server.filter;

import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.routing.BackgroundRunner;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a detached request after its client received a stale response. The request passes through the filters of the server
 * again, security included, so that a refresh has no more rights than a request.
 */
@Singleton
final class BackgroundRequests implements BackgroundRunner {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final int SERVER_ERROR = 500;

    private final OwnRequests requests;

    BackgroundRequests(OwnRequests requests) {
        this.requests = requests;
    }

    @Override
    public void run(ServerCall call, PendingFetch fetch) {
        HttpRequest<?> detached = call.httpRequest();
        new HandlerRun(call, fetch).attach();
        try {
            requests.start(detached, (response, failure) -> end(detached, response, failure));
        } catch (RejectedExecutionException e) {
            LOG.debug("No thread is free to refresh {}", detached.getPath(), e);
            finishIfPending(detached, null);
        }
    }

    private void end(HttpRequest<?> detached, @Nullable HttpResponse<?> response, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.warn("A background run of {} failed outside of its handler", detached.getPath(), failure);
        }
        finishIfPending(detached, response);
    }

    /** A filter may have responded in place of the handler; then nobody else finishes the fetch. */
    private void finishIfPending(HttpRequest<?> request, @Nullable HttpResponse<?> response) {
        HandlerRun pending = HandlerRun.remove(request);
        if (pending != null) {
            int status = response == null ? SERVER_ERROR : response.code();
            pending.finish(HandlerResponse.notReached(status));
        }
    }
}
