package io.httpcached.engine.near;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Waits after an invalidation until no node uses a copy from before it: until each node in the list has confirmed it, or until the
 * maximum lag is over, after which no node uses copies that it has not had confirmed again. One read of the confirmations serves all
 * invalidations that wait at that moment. Thread-safe.
 */
final class StrictInvalidation {

    private static final long FIRST_START = 1L << 40;
    private static final long LAST_START = 1L << 52;
    private static final Duration NUMBER_TTL = Duration.ofDays(7);

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

    private final List<Wait> waiting = new ArrayList<>();
    private boolean reading;
    private long scheduled;
    private long pauseMillis = FIRST_PAUSE_MILLIS;
    private volatile @Nullable Confirmations last;

    /**
     * An invalidation that is not confirmed yet.
     *
     * @param number its number
     * @param done completes when it is confirmed
     */
    private record Wait(long number, CompletableFuture<Void> done) {}

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
        CompletableFuture<Void> done = new CompletableFuture<>();
        timing.later().accept(() -> timeOut(done), maximumLag.toMillis() + TIMER_MILLIS);
        var unused = backend.increment(keys.latest(), random.nextLong(FIRST_START, LAST_START), NUMBER_TTL)
                .thenAccept(number -> begin(new Wait(number, done)));
        return done;
    }

    private void timeOut(CompletableFuture<Void> done) {
        Confirmations read = last;
        if (done.complete(null) && read != null && !read.silent().isEmpty()) {
            nodes.remove(read.list(), read.silent());
        }
    }

    private void begin(Wait wait) {
        long next;
        synchronized (this) {
            waiting.add(wait);
            pauseMillis = FIRST_PAUSE_MILLIS;
            next = ++scheduled;
        }
        poll(next);
    }

    /** Reads the list again, after the invalidations: only if it is the known one, no other node has copies. */
    private void poll(long number) {
        NearNodes.Seen seen = nodes.seen();
        boolean known = timing.nanoTime().getAsLong() - seen.sinceNanos() >= maximumLag.toNanos()
                && seen.list().contains(nodes.id());
        List<Wait> asking;
        synchronized (this) {
            if (reading || number != scheduled || waiting.isEmpty()) {
                return;
            }
            if (!known) {
                waiting.clear();
                return;
            }
            reading = true;
            asking = List.copyOf(waiting);
        }
        List<String> others =
                seen.list().ids().stream().filter(id -> !id.equals(nodes.id())).toList();
        List<String> read = new ArrayList<>(List.of(keys.nodes()));
        others.forEach(id -> read.add(keys.confirmed().apply(id)));
        var unused = backend.get(read).whenComplete((values, failure) -> {
            boolean isKnown = failure == null
                    && NodeList.decode(values.get(0)).token().equals(seen.list().token());
            end(asking, isKnown ? new Confirmations(seen.list(), others, values.subList(1, values.size())) : null);
        });
    }

    /** If the confirmations are not known, the time decides about the invalidations that asked for them. */
    private void end(List<Wait> asking, @Nullable Confirmations read) {
        last = read;
        if (read != null) {
            asking.stream().filter(wait -> read.include(wait.number)).forEach(wait -> wait.done.complete(null));
        }
        Set<Wait> over = read == null ? Set.copyOf(asking) : Set.of();
        long next;
        long pause;
        synchronized (this) {
            waiting.removeIf(wait -> wait.done.isDone() || over.contains(wait));
            reading = false;
            next = ++scheduled;
            pause = pauseMillis;
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
        }
        timing.later().accept(() -> poll(next), pause);
    }
}
