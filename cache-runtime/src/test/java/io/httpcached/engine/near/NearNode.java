package io.httpcached.engine.near;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.httpcached.MutableClock;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.codec.BinaryEntryCodec;
import io.httpcached.engine.remote.RemoteEntryStore;
import io.httpcached.engine.remote.RemoteSettings;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node that keeps copies, with clocks and a timer that a test controls. */
final class NearNode {

    static final CacheKey KEY = CacheKey.of("key");
    static final List<String> TAGS = List.of("path:/a", "tag:b");
    static final Duration LAG = Duration.ofSeconds(1);

    final ReportingBackend.Connection backend;
    final MutableClock clock = new MutableClock();
    private final NearEntryStore store;
    private final Queue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::atNanos).thenComparing(Due::number));
    private long number;
    private long nanos;

    private record Due(long atNanos, long number, Runnable task) {}

    NearNode(ReportingBackend.Connection backend) {
        this(backend, new NearSettings(1 << 20, null, LAG, false));
    }

    NearNode(ReportingBackend.Connection backend, NearSettings settings) {
        this.backend = backend;
        RemoteSettings remote = new RemoteSettings(
                Duration.ofSeconds(30),
                "p:",
                "",
                Duration.ofDays(7),
                1 << 20,
                Duration.ZERO,
                1000,
                Duration.ofHours(1));
        RemoteEntryStore entries = new RemoteEntryStore("reporting", backend, new BinaryEntryCodec(), remote, clock);
        Timing timing = new Timing(clock, () -> nanos, this::runLater);
        this.store = new NearEntryStore(entries, backend, settings, timing);
        store.start();
    }

    private void runLater(Runnable task, long millis) {
        due.add(new Due(nanos + TimeUnit.MILLISECONDS.toNanos(millis), number++, task));
    }

    NearEntryStore store() {
        return store;
    }

    NearStatistics statistics() {
        return Objects.requireNonNull(store.statistics());
    }

    /** Lets the node ask the backend again whether it has reported everything. */
    void beat() {
        due.remove().task.run();
    }

    /** Lets time pass on both clocks, and runs what is due meanwhile. */
    void run(Duration time) {
        long end = nanos + time.toNanos();
        while (!due.isEmpty() && due.element().atNanos <= end) {
            Due next = due.remove();
            advance(Duration.ofNanos(Math.max(0, next.atNanos - nanos)));
            next.task.run();
        }
        advance(Duration.ofNanos(end - nanos));
    }

    boolean isBeatDue() {
        return !due.isEmpty();
    }

    /** Lets time pass on both clocks. */
    void advance(Duration by) {
        clock.advance(by);
        advanceNanos(by);
    }

    /** Lets time pass without a change of the time of day. */
    void advanceNanos(Duration by) {
        nanos += by.toNanos();
    }

    CompletableFuture<LookupResult> begin() {
        return begin(request(TAGS));
    }

    static StoreRequest request(List<String> tags) {
        return StoreRequest.of(tags, new Deadline(), true);
    }

    CompletableFuture<LookupResult> begin(StoreRequest request) {
        return store.lookup(KEY, request).toCompletableFuture();
    }

    LookupResult lookup() {
        return await(begin());
    }

    /** {@return the body of the entry, or null} */
    @Nullable
    String body() {
        return body(lookup());
    }

    static StoredResponse response(LookupResult result) {
        return ((Entry.Response) Objects.requireNonNull(result.entry())).response();
    }

    static @Nullable String body(LookupResult result) {
        return result.entry() instanceof Entry.Response entry
                ? new String(entry.response().body(), UTF_8)
                : null;
    }

    /** {@return whether a lookup is answered without the backend} */
    boolean isNear() {
        int before = backend.reads.get();
        boolean near = lookup().near();
        if (near != (backend.reads.get() == before)) {
            throw new AssertionError("A near hit reads nothing, and another lookup does.");
        }
        return near;
    }

    /** Stores an entry as a miss does. */
    void store(String body) {
        put(lookup().snapshot(), TAGS, body);
    }

    /** Stores an entry and reads it, so that this node has a copy. */
    void keep(String body) {
        store(body);
        lookup();
        if (!isNear()) {
            throw new AssertionError("There is no copy.");
        }
    }

    WriteResult put(TagSnapshot snapshot, List<String> tags, String body) {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        StoredResponse response =
                new StoredResponse(200, Fields.EMPTY, body.getBytes(UTF_8), lifetime, clock.millis(), clock.millis());
        return store.put(KEY, new Entry.Response(response), tags, snapshot, Duration.ofMinutes(10), new Deadline());
    }

    void invalidate(String tag) {
        await(beginInvalidation(tag));
    }

    CompletableFuture<Void> beginInvalidation(String tag) {
        return store.invalidate(List.of(tag), InvalidationMode.REMOVE).toCompletableFuture();
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
