package io.httpcached.store.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes clients. */
final class Closing {

    private static final Logger LOG = LoggerFactory.getLogger(RedisStore.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private Closing() {}

    /**
     * Shuts a connector down. Does not wait long for a server that does not answer.
     *
     * @param connections completes when the connections are closed
     * @param connector the connector
     */
    static void close(CompletionStage<?> connections, Connector connector) {
        CompletableFuture<Void> closed =
                connections.thenCompose(released -> connector.shutDown()).toCompletableFuture();
        try {
            closed.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Closing the connection to Redis failed: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
