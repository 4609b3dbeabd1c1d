package io.httpcached.benchmark.backend;

import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.near.NearEntryStore;
import io.httpcached.engine.near.NearSettings;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.engine.remote.RemoteSettings;
import io.httpcached.store.CacheStore;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Measures how long after an invalidation has completed on one node another node still uses its near copy, and how long the invalidation
 * takes, without near copies, with them, and in strict mode. The nodes are in this process, each with a connection of its own to a Redis
 * server on the loopback interface. The argument is the number of invalidations in each mode.
 */
public final class InvalidationDelay {

    private static final CacheKey KEY = CacheKey.of("product 1");
    private static final List<String> TAGS = List.of("all:", "path:/products/1", "tag:product:1");
    private static final int BODY_BYTES = 1_700;
    private static final int WARM_UP = 2_000;
    private static final Duration LAG = Duration.ofSeconds(1);
    private static final double NANOS_PER_MICRO = 1_000;

    private enum Mode {
        WITHOUT_COPIES,
        NEAR,
        STRICT
    }

    private InvalidationDelay() {}

    /** Prints the quantiles. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        System.out.println("| nodes | measured | median | 99 % | 99.9 % | maximum |");
        System.out.println("|---|---|--:|--:|--:|--:|");
        for (Mode mode : Mode.values()) {
            try (BackendProcess redis = BackendProcess.start(Backend.REDIS);
                    Node writer = Node.open(redis, mode);
                    Node reader = Node.open(redis, mode)) {
                writer.awaitList();
                run(mode, writer, reader, WARM_UP);
                run(mode, writer, reader, rounds).print(mode);
            }
        }
    }

    private static Times run(Mode mode, Node writer, Node reader, int rounds) {
        long[] invalidations = new long[rounds];
        long[] delays = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            writer.write();
            reader.keep(mode);
            long begun = System.nanoTime();
            writer.store
                    .invalidate(List.of("tag:product:1"), InvalidationMode.REMOVE)
                    .toCompletableFuture()
                    .join();
            long completed = System.nanoTime();
            invalidations[i] = completed - begun;
            delays[i] = reader.lastUse(completed) - completed;
        }
        return new Times(invalidations, delays);
    }

    @SuppressWarnings("ArrayRecordComponent") // Nothing compares these objects.
    private record Times(long[] invalidations, long[] delays) {

        void print(Mode mode) {
            print(mode, "the invalidation", invalidations);
            if (mode != Mode.WITHOUT_COPIES) {
                print(mode, "use of the old copy on the other node, after the invalidation", delays);
            }
        }

        private static void print(Mode mode, String measured, long[] nanos) {
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.0f µs | %.0f µs | %.0f µs | %.0f µs |%n",
                    mode.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    measured,
                    nanos[nanos.length / 2] / NANOS_PER_MICRO,
                    nanos[(int) (nanos.length * 0.99)] / NANOS_PER_MICRO,
                    nanos[(int) (nanos.length * 0.999)] / NANOS_PER_MICRO,
                    nanos[nanos.length - 1] / NANOS_PER_MICRO);
        }
    }

    private record Node(ApplicationContext context, NearEntryStore store) implements AutoCloseable {

        static Node open(BackendProcess redis, Mode mode) {
            ApplicationContext context = ApplicationContext.run(Backend.REDIS.properties(redis.port()));
            CacheStore backend = context.getBean(CacheStore.class, Qualifiers.byName("redis"));
            RemoteSettings settings = new RemoteSettings(
                    Duration.ofSeconds(20),
                    "delay:",
                    "",
                    Duration.ofDays(7),
                    1 << 20,
                    Duration.ZERO,
                    Integer.MAX_VALUE,
                    Duration.ofSeconds(1));
            RemoteEntryStore entries =
                    new RemoteEntryStore("redis", backend, new BinaryEntryCodec(), settings, Clock.systemUTC());
            NearSettings near = new NearSettings(1 << 20, null, LAG, mode == Mode.STRICT);
            NearEntryStore store = new NearEntryStore(entries, backend, near, Clock.systemUTC());
            if (mode != Mode.WITHOUT_COPIES) {
                store.start();
            }
            return new Node(context, store);
        }

        /** Waits until an invalidation no longer waits because the list of nodes has just changed. */
        void awaitList() {
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < 3 * LAG.toNanos()) {
                Thread.onSpinWait();
            }
        }

        void write() {
            LookupResult found = lookup().join();
            byte[] body = new byte[BODY_BYTES];
            Arrays.fill(body, (byte) 'x');
            Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
            long now = System.currentTimeMillis();
            StoredResponse response = new StoredResponse(200, Fields.EMPTY, body, lifetime, now, now);
            store.put(KEY, new Entry.Response(response), TAGS, found.snapshot(), Duration.ofMinutes(10), new Deadline())
                    .done()
                    .toCompletableFuture()
                    .join();
        }

        void keep(Mode mode) {
            boolean kept;
            do {
                LookupResult found = lookup().join();
                kept = found.near() || (mode == Mode.WITHOUT_COPIES && found.entry() != null);
            } while (!kept);
        }

        /** Returns when the last lookup began that the copy answered, or the given time if there was none since. */
        long lastUse(long since) {
            long last = since;
            while (true) {
                long asked = System.nanoTime();
                if (!usesCopy()) {
                    return last;
                }
                last = asked;
            }
        }

        private boolean usesCopy() {
            CompletableFuture<LookupResult> lookup = lookup();
            return lookup.isDone() && lookup.join().near();
        }

        private CompletableFuture<LookupResult> lookup() {
            return store.lookup(KEY, StoreRequest.of(TAGS, new Deadline(), true))
                    .toCompletableFuture();
        }

        @Override
        public void close() {
            store.close();
            context.close();
        }
    }
}
