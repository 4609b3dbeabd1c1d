package io.httpcached.engine.near;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import io.httpcached.store.ChangeListener;
import io.httpcached.store.StoreCapabilities;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A backend in memory that reports changes to its connections when a test says so. */
final class ReportingBackend {

    private final Map<String, byte[]> values = new ConcurrentHashMap<>();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    /** Returns the connection of a new node, which receives each report and each reply at once. */
    Connection connect() {
        Connection connection = new Connection();
        connections.add(connection);
        return connection;
    }

    /** Removes all values, as FLUSHALL does. */
    void flush() {
        values.clear();
        connections.forEach(each -> each.send(() -> each.listener().changedAll()));
    }

    byte @Nullable [] value(String key) {
        return values.get(key);
    }

    /** Removes a value as its expiry does. */
    void expire(String key) {
        values.remove(key);
        changed(List.of(key));
    }

    private void changed(Collection<String> keys) {
        connections.forEach(each -> each.send(() -> each.listener().changed(keys)));
    }

    /** The connection of a node, on which reports and replies arrive in the order in which the backend sent them. */
    final class Connection implements CacheStore, ChangeFeed {

        final AtomicInteger reads = new AtomicInteger();
        final AtomicInteger questions = new AtomicInteger();
        boolean reports = true;
        boolean failing;
        boolean rejectsReplacements;
        boolean confirmsNothing;
        boolean rejectsWrites;
        private boolean hanging;
        private @Nullable ChangeListener listener;
        private final Queue<Runnable> sent = new ArrayDeque<>();

        ChangeListener listener() {
            return Objects.requireNonNull(listener);
        }

        /** Lets whatever the backend sends from now on wait on the way. */
        void hang() {
            hanging = true;
        }

        /** Lets what waits arrive. */
        void proceed() {
            hanging = false;
            while (!sent.isEmpty()) {
                sent.remove().run();
            }
        }

        private void send(Runnable message) {
            if (listener == null || !reports) {
                return;
            }
            if (hanging) {
                sent.add(message);
            } else {
                message.run();
            }
        }

        private <T> CompletionStage<T> reply(@Nullable T value) {
            CompletableFuture<T> reply = new CompletableFuture<>();
            if (failing) {
                reply.completeExceptionally(new IllegalStateException("down"));
            } else if (hanging) {
                sent.add(() -> reply.complete(value));
            } else {
                reply.complete(value);
            }
            return reply;
        }

        @Override
        public Optional<ChangeFeed> reportChanges(ChangeListener hearing) {
            listener = hearing;
            return reports ? Optional.of(this) : Optional.empty();
        }

        @Override
        public CompletionStage<Void> confirm() {
            questions.incrementAndGet();
            return confirmsNothing ? new CompletableFuture<>() : reply(null);
        }

        @Override
        public StoreCapabilities capabilities() {
            return new StoreCapabilities(100_000, Duration.ZERO, true, true, true, true);
        }

        @Override
        public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
            reads.incrementAndGet();
            List<byte @Nullable []> found = new ArrayList<>();
            keys.forEach(key -> found.add(values.get(key)));
            return reply(found);
        }

        @Override
        public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
            if (rejectsWrites) {
                return CompletableFuture.failedFuture(new IllegalStateException("full"));
            }
            if (!failing) {
                values.put(key, value);
                changed(List.of(key));
            }
            return reply(null);
        }

        @Override
        public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
            boolean absent = !failing && values.putIfAbsent(key, value) == null;
            if (absent) {
                changed(List.of(key));
            }
            return reply(absent);
        }

        @Override
        public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
            byte[] known = values.get(key);
            boolean replaced = !failing && !rejectsReplacements && known != null && Arrays.equals(known, expected);
            if (replaced) {
                values.put(key, value);
                changed(List.of(key));
            }
            return reply(replaced);
        }

        @Override
        public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
            byte[] known = values.get(key);
            long next = known == null ? initial : Long.parseLong(new String(known, US_ASCII)) + 1;
            if (!failing) {
                values.put(key, Long.toString(next).getBytes(US_ASCII));
                changed(List.of(key));
            }
            return reply(next);
        }

        @Override
        public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
            changed(keys);
            return reply(null);
        }

        @Override
        public CompletionStage<Void> remove(List<String> keys) {
            if (!failing) {
                keys.forEach(values::remove);
                changed(keys);
            }
            return reply(null);
        }

        @Override
        public void close() {
            connections.remove(this);
        }
    }
}
