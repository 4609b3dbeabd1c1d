package io.httpcached.engine.remote;

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
import io.httpcached.engine.codec.BinaryEntryCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One of several nodes that share a backend, and one key of it. */
final class RemoteNode {

    private static final CacheKey KEY = CacheKey.of("key");

    final MutableClock clock = new MutableClock();
    private final RemoteEntryStore store;

    RemoteNode(FakeStore backend) {
        RemoteSettings settings = new RemoteSettings(
                Duration.ofSeconds(5), "p:", "", Duration.ofDays(7), 2000, Duration.ZERO, 3, Duration.ofHours(1));
        this.store = new RemoteEntryStore("fake", backend, new BinaryEntryCodec(), settings, clock);
    }

    LookupResult lookup(List<String> tags) {
        return await(store.lookup(KEY, StoreRequest.of(tags, new Deadline())));
    }

    @Nullable
    StoredResponse response(List<String> tags) {
        return lookup(tags).entry() instanceof Entry.Response entry ? entry.response() : null;
    }

    @Nullable
    String body(List<String> tags) {
        StoredResponse response = response(tags);
        return response == null ? null : new String(response.body(), UTF_8);
    }

    boolean put(TagSnapshot snapshot, List<String> tags, String body) {
        Lifetime lifetime = new Lifetime(600, 0, 0, 0, false, false, false, true);
        StoredResponse response =
                new StoredResponse(200, Fields.EMPTY, body.getBytes(UTF_8), lifetime, clock.millis(), clock.millis());
        return store.put(KEY, new Entry.Response(response), tags, snapshot, Duration.ofMinutes(10), new Deadline())
                .kept()
                .toCompletableFuture()
                .join();
    }

    void invalidate(String tag, InvalidationMode invalidation) {
        invalidate(List.of(tag), invalidation);
    }

    void invalidate(List<String> tags, InvalidationMode invalidation) {
        await(store.invalidate(tags, invalidation));
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
