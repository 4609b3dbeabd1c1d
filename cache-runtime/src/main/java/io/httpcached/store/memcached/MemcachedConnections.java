package io.httpcached.store.memcached;

import com.spotify.folsom.AsciiMemcacheClient;
import com.spotify.folsom.ExponentialBackoff;
import com.spotify.folsom.MemcacheClientBuilder;
import com.spotify.folsom.guava.HostAndPort;
import com.spotify.folsom.reconnect.AbstractReconnectionListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connects to all servers. From then on the client restores lost connections itself. Thread-safe. */
final class MemcachedConnections {

    /** The client notices the return of a server within one second. */
    private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(10, 1_000, 2.5);

    /** The maximum number of queued requests per connection. It is high, because deadlines limit the requests. */
    private static final int MAXIMUM_PENDING_REQUESTS = 16_384;

    private final MemcachedConfiguration settings;
    private final int maximumValueSize;
    private final Executor executor;

    MemcachedConnections(MemcachedConfiguration settings, int maximumValueSize, Executor executor) {
        this.settings = settings;
        this.maximumValueSize = maximumValueSize;
        this.executor = executor;
    }

    /** {@return a client that is connected to all servers that answered in time} */
    CompletionStage<AsciiMemcacheClient<byte[]>> open() {
        // The client resolves host names in the thread that creates it.
        return CompletableFuture.supplyAsync(this::connect, executor).thenCompose(this::awaitConnections);
    }

    private AsciiMemcacheClient<byte[]> connect() {
        MemcacheClientBuilder<byte[]> builder = MemcacheClientBuilder.newByteArrayClient()
                .withConnectionTimeoutMillis(settings.getRequestTimeout().toMillis())
                .withMaxOutstandingRequests(MAXIMUM_PENDING_REQUESTS)
                .withMaxSetLength(maximumValueSize)
                .withBackoff(BACKOFF)
                .withReconnectionListener(new ReconnectionLog())
                .withNodeLocator(ConsistentHashLocator::new)
                // A repeated "add" fails because the first one succeeded.
                .withRetry(false)
                // The callers switch to their own threads; one more switch would only cost time.
                .withReplyExecutor(Runnable::run);
        settings.getServers().forEach(server -> builder.withAddress(server.host(), server.port()));
        return builder.connectAscii();
    }

    /** The client fails requests that arrive before it is connected. A server that is down delays only the first request. */
    private CompletionStage<AsciiMemcacheClient<byte[]>> awaitConnections(AsciiMemcacheClient<byte[]> connecting) {
        return connecting
                .fullyConnectedFuture()
                .toCompletableFuture()
                .orTimeout(settings.getRequestTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((connected, failure) -> connecting);
    }

    /** Logs at DEBUG only, because the failures of a store are reported elsewhere, once per period for all its servers. */
    private static final class ReconnectionLog extends AbstractReconnectionListener {

        private static final Logger LOG = LoggerFactory.getLogger(MemcachedConnections.class);

        @Override
        public void connectionLost(@Nullable Throwable cause, HostAndPort address) {
            LOG.debug("Lost the connection to {}", address, cause);
        }

        @Override
        public void reconnectionSuccessful(HostAndPort address, int attempt, boolean willStayConnected) {
            LOG.debug("Connected to {} after {} failures", address, attempt);
        }

        @Override
        public void reconnectionQueuedFromError(Throwable cause, HostAndPort address, long backOffMillis, int attempt) {
            LOG.debug("Cannot connect to {}, next attempt in {} ms", address, backOffMillis, cause);
        }
    }
}
