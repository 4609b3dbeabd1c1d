package io.httpcached.engine.near;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Waits after an invalidation until no node uses a copy from before it: until each node in the list has confirmed it, or until the
 * maximum lag is over, after which no node uses copies that it has not had confirmed again. Thread-safe.
 */
final class StrictInvalidation {

    private static final long FIRST_START = 1L << 40;
    private static final long LAST_START = 1L << 52;
    private static final Duration NUMBER_TTL = Duration.ofDays(7);

    /** More than the invalidations during one wait. A number that is lost begins again at random, far from any other. */
    private static final long DISTANCE = 1_000_000;

    private static final long FIRST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 50;

    /** The timer may be early by less than that. */
    private static final long TIMER_MILLIS = 2;

    private final CacheStore backend;
    private final NearNodes nodes;
    private final NearKeys keys;
    private final Duration maximumLag;
    private final Timing timing;
    private final RandomGenerator random;

    StrictInvalidation(
            CacheStore backend,
            NearNodes nodes,
            NearKeys keys,
            Duration maximumLag,
            Timing timing,
            RandomGenerator random) {
        this.backend = backend;
        this.nodes = nodes;
        this.keys = keys;
        this.maximumLag = maximumLag;
        this.timing = timing;
        this.random = random;
    }

    /** {@return a stage that completes when no node uses a copy from before this call; never fails} */
    CompletionStage<Void> complete() {
        Wait wait = new Wait();
        timing.later().accept(wait::timeOut, maximumLag.toMillis() + TIMER_MILLIS);
        var unused = backend.increment(keys.latest(), random.nextLong(FIRST_START, LAST_START), NUMBER_TTL)
                .thenAccept(number -> wait.poll(number, FIRST_PAUSE_MILLIS));
        return wait.done;
    }

    private final class Wait {

        final CompletableFuture<Void> done = new CompletableFuture<>();
        private volatile @Nullable Silent silent;

        /** Nodes that have not confirmed anything for long. */
        private record Silent(NodeList list, List<String> ids) {}

        /** Without a reply, the time decides. */
        void poll(long number, long pauseMillis) {
            if (done.isDone()) {
                return;
            }
            NearNodes.Seen seen = nodes.seen();
            boolean known = timing.nanoTime().getAsLong() - seen.sinceNanos() >= maximumLag.toNanos();
            if (!known || !seen.list().contains(nodes.id())) {
                return;
            }
            List<String> others = seen.list().ids().stream()
                    .filter(id -> !id.equals(nodes.id()))
                    .toList();
            List<String> read = new ArrayList<>();
            read.add(keys.nodes());
            others.forEach(id -> read.add(keys.confirmed().apply(id)));
            var unused = backend.get(read).thenAccept(values -> {
                if (!NodeList.decode(values.get(0)).token().equals(seen.list().token())) {
                    return;
                }
                List<byte @Nullable []> confirmed = values.subList(1, values.size());
                if (confirmed.stream().allMatch(value -> isConfirmed(value, number))) {
                    done.complete(null);
                    return;
                }
                silent = silent(seen.list(), others, confirmed);
                timing.later().accept(() -> poll(number, Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis)), pauseMillis);
            });
        }

        void timeOut() {
            Silent last = silent;
            if (done.complete(null) && last != null && !last.ids.isEmpty()) {
                nodes.remove(last.list, last.ids);
            }
        }

        private static Silent silent(NodeList list, List<String> others, List<byte @Nullable []> confirmed) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < others.size(); i++) {
                if (confirmed.get(i) == null) {
                    ids.add(others.get(i));
                }
            }
            return new Silent(list, ids);
        }

        private static boolean isConfirmed(byte @Nullable [] value, long number) {
            long distance = NearNodes.number(value) - number;
            return distance >= 0 && distance < DISTANCE;
        }
    }
}
