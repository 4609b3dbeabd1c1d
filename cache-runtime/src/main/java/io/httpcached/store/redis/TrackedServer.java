package io.httpcached.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.ChangeListener;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.push.PushMessage;
import io.lettuce.core.protocol.ProtocolVersion;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server that reports changes of the keys that were read on a connection ({@code CLIENT TRACKING}). It sends a report
 * before any later reply on the same connection, so a reply confirms that all reports of earlier changes have arrived. A broken
 * connection is a gap, and so is a new history of the server. Thread-safe.
 */
final class TrackedServer {

    private static final String INVALIDATE = "invalidate";

    private final StatefulRedisConnection<String, byte[]> connection;
    private final RedisAsyncCommands<String, byte[]> commands;
    private final Supplier<CompletionStage<History>> history;
    private final ChangeListener listener;

    private volatile boolean tracking;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile @Nullable History lastHistory;

    /** A key of a cluster that the server had when it was read last. Any of several that are read at once will do. */
    private volatile @Nullable String lastKey;

    /**
     * Creates an instance for a server that does not report changes yet.
     *
     * @param connection the connection that reads from the server, which the client may restore after a failure
     * @param history asks for the history of the server
     * @param listener hears of the changes
     */
    TrackedServer(
            StatefulRedisConnection<String, byte[]> connection,
            Supplier<CompletionStage<History>> history,
            ChangeListener listener) {
        this.connection = connection;
        this.commands = connection.async();
        this.history = history;
        this.listener = listener;
        connection.addListener(this::hear);
        // Lettuce calls these on the thread that reads the replies, before it reads one of the restored connection.
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisConnected(RedisChannelHandler<?, ?> restored, SocketAddress address) {
                lose("the connection to Redis was restored");
            }

            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
                lose("the connection to Redis is broken");
            }
        });
    }

    /** Notes that a key of a cluster is about to be read on the connection. */
    void reading(String key) {
        lastKey = key;
        reading();
    }

    /** Notes that keys are about to be read on the connection. */
    void reading() {
        if (!tracking) {
            listener.gap("a Redis server was read before it reported changes");
        }
    }

    /** {@return a stage that completes when the listener has heard of every change before this call} */
    CompletionStage<Void> confirm() {
        CompletionStage<?> begun = tracking ? CompletableFuture.completedFuture(null) : begin();
        return begun.thenCompose(tracked -> answer())
                .thenCompose(alive -> history.get())
                .thenAccept(this::compare);
    }

    private CompletionStage<?> begin() {
        listener.gap("Redis begins to report changes");
        if (!isResp3()) {
            return CompletableFuture.failedFuture(new RedisException(
                    "Redis reports changes only over the protocol RESP3, which the server or a proxy does not speak."));
        }
        int current = connections.get();
        return commands.clientTracking(TrackingArgs.Builder.enabled()).thenAccept(ok -> {
            if (current == connections.get()) {
                tracking = true;
            }
        });
    }

    /** A server of a cluster answers for a key only while it is the master of the key and the cluster works. */
    private CompletionStage<?> answer() {
        String key = lastKey;
        return key == null
                ? commands.ping()
                : commands.exists(key).whenComplete((exists, failure) -> forgetIfRejected(failure));
    }

    /** After the gap, no copy depends on a key of this server until another one is read. */
    private void forgetIfRejected(@Nullable Throwable failure) {
        if (failure != null && Failures.cause(failure) instanceof RedisCommandExecutionException) {
            lastKey = null;
            listener.gap("a Redis server no longer serves a key that was read");
        }
    }

    private void compare(History current) {
        History last = lastHistory;
        lastHistory = current;
        if (last != null && !last.equals(current)) {
            listener.gap("Redis may have lost invalidations");
        }
    }

    private void lose(String reason) {
        connections.incrementAndGet();
        tracking = false;
        listener.gap(reason);
    }

    private boolean isResp3() {
        return connection instanceof StatefulRedisConnectionImpl<?, ?> impl
                && impl.getConnectionState().getNegotiatedProtocolVersion() == ProtocolVersion.RESP3;
    }

    private void hear(PushMessage message) {
        if (!message.getType().equals(INVALIDATE)) {
            return;
        }
        List<Object> content = message.getContent();
        if (content.size() > 1 && content.get(1) instanceof List<?> keys) {
            listener.changed(texts(keys));
        } else {
            // FLUSHALL and FLUSHDB name no keys.
            listener.changedAll();
        }
    }

    private static List<String> texts(List<?> keys) {
        List<String> texts = new ArrayList<>(keys.size());
        for (Object key : keys) {
            texts.add(
                    key instanceof ByteBuffer bytes
                            ? US_ASCII.decode(bytes.duplicate()).toString()
                            : key.toString());
        }
        return texts;
    }
}
