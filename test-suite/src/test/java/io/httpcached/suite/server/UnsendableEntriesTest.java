package io.httpcached.suite.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.memory.MemoryEntryStore;
import io.httpcached.server.store.Stores;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that an entry whose response cannot be sent does not make its requests fail until it expires. A backend cannot
 * deliver such an entry, so the test puts one in the memory store.
 */
class UnsendableEntriesTest {

    private static final Pattern KEY = Pattern.compile("\"key\":\"k:([^\"]*)\"");

    private final TestServer server = TestServer.start("unsendable-entries", "endpoints.httpcache.sensitive", false);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void storedResponseThatCannotBeSentIsAMissAndIsRemoved() {
        store(Fields.of("X Name", "a value"));

        WireResponse miss = server.get("/unsendable");
        assertThat(miss.status()).isEqualTo(200);
        assertThat(miss.text()).isEqualTo("run 1");
        assertThat(miss.cacheStatus())
                .isEqualTo("fwd=miss; fwd-status=200; detail=\"the stored response cannot be sent\"");

        assertThat(server.get("/unsendable").cacheStatus()).startsWith("fwd=miss; stored");
        WireResponse hit = server.get("/unsendable");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo("run 2");
    }

    @Test
    void storedResponseThatCanBeSentIsAHit() {
        store(Fields.of("X-Name", "a value"));
        WireResponse hit = server.get("/unsendable");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo("stored");
        assertThat(hit.header("X-Name")).isEqualTo("a value");
    }

    private void store(Fields fields) {
        Matcher key =
                KEY.matcher(server.get("/httpcache/explain?uri=/unsendable").text());
        assertThat(key.find()).isTrue();
        MemoryEntryStore store =
                Objects.requireNonNull(server.bean(Stores.class).memory());
        CacheKey known = CacheKey.of(key.group(1));
        LookupResult nothing = store.lookup(known, StoreRequest.of(List.of(), new Deadline()))
                .toCompletableFuture()
                .join();
        long now = server.bean(TestClock.class).millis();
        StoredResponse response = new StoredResponse(
                200, fields, "stored".getBytes(UTF_8), new Lifetime(60, 0, 0, 0, false, false, false, true), now, now);
        assertThat(store.put(
                                known,
                                new Entry.Response(response),
                                List.of("tag:unsendable"),
                                nothing.snapshot(),
                                Duration.ofMinutes(1),
                                new Deadline())
                        .kept()
                        .toCompletableFuture())
                .isCompletedWithValue(true);
    }

    @Controller("/unsendable")
    @Requires(property = "scenario", value = "unsendable-entries")
    static class Page {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "1m")
        String show() {
            return "run " + runs.incrementAndGet();
        }
    }
}
