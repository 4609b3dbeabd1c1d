package io.httpcached.store.memcached;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.ExponentialBackoff;
import com.spotify.folsom.MemcacheClientBuilder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Connects to all servers; the client keeps the connections up from then on. Thread-safe. */
final class MemcachedConnections {

    /** A server that is back is noticed within a second. */
    private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(10, 1_000, 2.5);

    /** What one connection queues at most. The time budget of requests, not this, is to limit them. */
    private static final int MAXIMUM_REQUESTS_UNDER_WAY = 16_384;

    private final MemcachedConfiguration settings;
    private final int maximumValueSize;
    private final Executor executor;

    MemcachedConnections(MemcachedConfiguration settings, int maximumValueSize, Executor executor) {
        this.settings = settings;
        this.maximumValueSize = maximumValueSize;
        this.executor = executor;
    }

    /** {@return a client that is connected to all servers, or to those that were there in time} */
    CompletionStage<AsciiMemcacheClient<byte[]>> open() {
        // The client looks host names up in the thread that makes it.
        return CompletableFuture.supplyAsync(this::connect, executor).thenCompose(this::awaitConnections);
    }

    private AsciiMemcacheClient<byte[]> connect() {
        MemcacheClientBuilder<byte[]> builder = MemcacheClientBuilder.newByteArrayClient()
                .withConnectionTimeoutMillis(settings.getRequestTimeout().toMillis())
                .withMaxOutstandingRequests(MAXIMUM_REQUESTS_UNDER_WAY)
                .withMaxSetLength(maximumValueSize)
                .withBackoff(BACKOFF)
                .withReconnectionListener(new ReconnectionLog())
                .withNodeLocator(KeyRing::new)
                // An addition that is sent twice fails for having succeeded.
                .withRetry(false)
                // Requests go back to their own threads; another one between would only cost.
                .withReplyExecutor(Runnable::run);
        settings.getServers().forEach(server -> builder.withAddress(server.host(), server.port()));
        return builder.connectAscii();
    }

    /** The client fails what is asked of it before it is connected; a server that is down is waited for only once. */
    private CompletionStage<AsciiMemcacheClient<byte[]>> awaitConnections(AsciiMemcacheClient<byte[]> connecting) {
        return connecting
                .fullyConnectedFuture()
                .toCompletableFuture()
                .orTimeout(settings.getRequestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((connected, failure) -> connecting);
    }
}
