package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.server.store.CacheRandom;
import io.micronaut.cache.AsyncCache;
import io.micronaut.cache.CacheManager;
import io.micronaut.cache.SyncCache;
import io.micronaut.cache.annotation.CacheInvalidate;
import io.micronaut.cache.annotation.CachePut;
import io.micronaut.cache.annotation.Cacheable;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

/** Tests {@code http-cache.caches} with any store. */
@Timeout(60)
abstract class FunctionCachesContract {

    private static final Duration TTL = Duration.ofMinutes(10);

    private TestServer server;
    private Library library;

    abstract TestServer start(Object... settings);

    @BeforeEach
    void start() {
        server = start(
                "endpoints.httpcache.sensitive", false,
                "http-cache.caches.books.ttl", "10m",
                "http-cache.caches.books.tags", List.of("books", "library"),
                "http-cache.caches.authors.ttl", "1h",
                "http-cache.caches.lists.ttl", "100s",
                "http-cache.caches.lists.jitter", "10%",
                "http-cache.caches.loans.ttl", "1h",
                "http-cache.caches.loans.tags", "books");
        library = server.bean(Library.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFunctionRunsOnceForEqualArguments() {
        assertThat(library.find("dune")).isEqualTo(new Book("dune", 1));
        assertThat(library.find("dune")).isEqualTo(new Book("dune", 1));
        assertThat(library.find("emma")).isEqualTo(new Book("emma", 1));
        assertThat(library.count("find dune")).isEqualTo(1);
    }

    @Test
    void differentArgumentsNeverShareAResult() {
        assertThat(library.pair("a", "b, c").edition()).isEqualTo(1);
        assertThat(library.pair("a, b", "c").edition()).isEqualTo(1);
        assertThat(library.pair("a", "b, c").edition()).isEqualTo(1);
        assertThat(library.count("pair a|b, c")).isEqualTo(1);
        assertThat(library.count("pair a, b|c")).isEqualTo(1);
        assertThat(library.page(1L, List.of("x", "y"))).isEqualTo(List.of("1[x, y]"));
        assertThat(library.page(1L, List.of("x, y"))).isEqualTo(List.of("1[x, y]"));
        assertThat(library.count("page")).isEqualTo(2);
    }

    @Test
    void anArgumentWithoutATextIsNotCached() {
        assertThat(library.of(new Query("a"))).isEqualTo("a 1");
        assertThat(library.of(new Query("a"))).isEqualTo("a 2");
    }

    @Test
    void resultsExpire() {
        library.find("dune");
        server.advance(TTL.minusSeconds(1));
        assertThat(library.find("dune").edition()).isEqualTo(1);
        server.advance(Duration.ofSeconds(1));
        assertThat(library.find("dune").edition()).isEqualTo(2);
    }

    /** The random numbers of this test are 0, 1, 2 and so on, up to the number of different times. */
    @Test
    void resultsOfACacheWithAJitterEndAtDifferentMoments() {
        for (int number = 0; number <= 10; number++) {
            library.list(number);
        }
        server.advance(Duration.ofSeconds(95));
        List<Integer> stored = IntStream.rangeClosed(0, 10)
                .filter(number -> library.isStored(number))
                .boxed()
                .toList();
        assertThat(stored).containsExactly(0, 1, 2, 3, 4);
        server.advance(Duration.ofSeconds(5));
        assertThat(library.isStored(0)).isFalse();
    }

    @Test
    void genericOptionalAndAsynchronousResultsAreCached() {
        assertThat(library.all()).isEqualTo(List.of(new Book("all", 1)));
        assertThat(library.all()).isEqualTo(List.of(new Book("all", 1)));
        assertThat(library.maybe("dune")).contains(new Book("dune", 1));
        assertThat(library.maybe("dune")).contains(new Book("dune", 1));
        assertThat(library.later("dune").join()).isEqualTo(new Book("dune", 1));
        assertThat(library.later("dune").join()).isEqualTo(new Book("dune", 1));
        assertThat(library.mono("dune").block()).isEqualTo(new Book("dune", 1));
        assertThat(library.mono("dune").block()).isEqualTo(new Book("dune", 1));
    }

    @Test
    void cachePutReplacesAndCacheInvalidateRemoves() {
        library.find("dune");
        library.save("dune", 7);
        assertThat(library.find("dune")).isEqualTo(new Book("dune", 7));
        library.remove("dune");
        assertThat(library.find("dune").edition()).isEqualTo(2);
        library.find("emma");
        library.removeAll();
        assertThat(library.find("dune").edition()).isEqualTo(3);
        assertThat(library.find("emma").edition()).isEqualTo(2);
    }

    @Test
    void oneInvalidationReachesResponsesAndResults() {
        library.find("dune");
        library.author("herbert");
        server.get("/library");
        assertThat(server.get("/library").isHit()).isTrue();
        assertThat(server.send("POST", "/library/changes").status()).isEqualTo(200);
        assertThat(server.get("/library").isHit()).isFalse();
        assertThat(library.find("dune").edition()).isEqualTo(2);
        assertThat(library.author("herbert")).isEqualTo("herbert 1");
        server.bean(HttpCache.class).clear().join();
        assertThat(library.find("dune").edition()).isEqualTo(3);
        assertThat(library.author("herbert")).isEqualTo("herbert 2");
    }

    @Test
    void aSoftInvalidationEndsTheUseOfResults() {
        library.find("dune");
        server.bean(HttpCache.class).softly().invalidateTags("books").join();
        assertThat(library.find("dune").edition()).isEqualTo(2);
    }

    @Test
    void aResultOfDataFromBeforeAnInvalidationIsNotStored() {
        library.duringNextRun = () -> server.invalidateTags("books");
        assertThat(library.find("dune").edition()).isEqualTo(1);
        assertThat(library.find("dune").edition()).isEqualTo(2);
        assertThat(library.find("dune").edition()).isEqualTo(2);

        library.duringNextRun = () -> library.remove("emma");
        assertThat(library.find("emma").edition()).isEqualTo(1);
        assertThat(library.find("emma").edition()).isEqualTo(2);

        library.duringNextRun = () -> server.invalidateTags("books");
        assertThat(library.atomic("dune")).isEqualTo("dune 1");
        assertThat(library.atomic("dune")).isEqualTo("dune 2");
        assertThat(library.atomic("dune")).isEqualTo("dune 2");

        library.duringNextRun = () -> server.invalidateTags("books");
        assertThat(library.later("ulysses").join().edition()).isEqualTo(1);
        assertThat(library.later("ulysses").join().edition()).isEqualTo(2);
        assertThat(library.later("ulysses").join().edition()).isEqualTo(2);
    }

    @Test
    void equalCallsAtTheSameTimeShareOneRun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        library.duringNextRun = () -> {
            begun.countDown();
            await(gate);
        };
        CompletableFuture<String> leader = CompletableFuture.supplyAsync(() -> library.atomic("dune"));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        List<CompletableFuture<String>> waiters = Stream.generate(() -> waiting(() -> library.atomic("dune")))
                .limit(3)
                .toList();
        gate.countDown();
        assertThat(leader.join()).isEqualTo("dune 1");
        assertThat(waiters).allMatch(waiter -> waiter.join().equals("dune 1"));
        assertThat(library.count("atomic dune")).isEqualTo(1);
    }

    @Test
    void aCallAfterAnInvalidationJoinsNoEarlierRun() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        library.duringNextRun = () -> {
            begun.countDown();
            await(gate);
        };
        CompletableFuture<String> leader = CompletableFuture.supplyAsync(() -> library.atomic("dune"));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        server.invalidateTags("books");
        assertThat(library.atomic("dune")).isEqualTo("dune 2");
        gate.countDown();
        assertThat(leader.join()).isEqualTo("dune 1");
        // The late result is written over the new one in a remote store, where its tags make it invalid.
        assertThat(library.atomic("dune")).isIn("dune 2", "dune 3");
    }

    /** Functions that share a cache should have arguments that differ, but if not, each has a result of its own type. */
    @Test
    void aCallNeverReceivesAResultOfAnotherType() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        library.duringNextRun = () -> {
            begun.countDown();
            await(gate);
        };
        CompletableFuture<String> leader = CompletableFuture.supplyAsync(() -> library.atomic("dune"));
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Integer> number = waiting(() -> library.number("dune"));
        gate.countDown();
        assertThat(leader.join()).isEqualTo("dune 1");
        assertThat(number.join()).isEqualTo(1);
    }

    @Test
    void anExceptionReachesTheCallerAndNothingIsStored() {
        library.duringNextRun = () -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> library.find("dune")).hasMessage("broken");
        library.duringNextRun = () -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> library.atomic("dune")).hasMessage("broken");
        assertThat(library.atomic("dune")).isEqualTo("dune 2");
    }

    @Test
    void theCacheIsThatOfItsNameInTheCacheManager() {
        SyncCache<?> cache = server.bean(CacheManager.class).getCache("books");
        assertThat(cache.getName()).isEqualTo("books");
        assertThat(cache.get("key", String.class)).isEmpty();
        cache.put("key", "value");
        assertThat(cache.get("key", String.class)).contains("value");
        assertThat(cache.putIfAbsent("key", "other")).contains("value");
        assertThat(cache.putIfAbsent("key 2", "other")).isEmpty();
        assertThat(cache.get("key 2", String.class)).contains("other");
        assertThat(cache.putIfAbsent("list", List.of("a"))).isEmpty();
        assertThat(cache.putIfAbsent("list", List.of("b"))).contains(List.of("a"));
        assertThat(cache.get("key", Integer.class)).isEmpty();
        cache.put("key", null);
        assertThat(cache.get("key", String.class)).isEmpty();
        assertThat(cache.get("key", String.class, () -> "supplied")).isEqualTo("supplied");
        cache.invalidateAll();
        assertThat(cache.get("key 2", String.class)).isEmpty();
    }

    @Test
    void theAsynchronousCacheHasTheSameResults() {
        AsyncCache<?> cache = server.bean(CacheManager.class).getCache("books").async();
        assertThat(cache.get("key", String.class).join()).isEmpty();
        assertThat(cache.put("key", "value").join()).isTrue();
        assertThat(cache.get("key", String.class).join()).contains("value");
        assertThat(cache.putIfAbsent("key", "other").join()).contains("value");
        assertThat(cache.get("key 2", String.class, () -> "supplied").join()).isEqualTo("supplied");
        SyncCache<?> synchronous = server.bean(CacheManager.class).getCache("books");
        assertThat(synchronous.get("key 2", String.class)).contains("supplied");
        assertThat(cache.invalidate("key").join()).isTrue();
        assertThat(cache.get("key", String.class).join()).isEmpty();
        assertThat(cache.invalidateAll().join()).isTrue();
        assertThat(cache.get("key 2", String.class).join()).isEmpty();
    }

    /** Both are under way at the same time, and the value is from before the invalidation. */
    @Test
    void aResultIsNotStoredAfterAnInvalidationThatBeganLater() {
        AsyncCache<?> cache = server.bean(CacheManager.class).getCache("books").async();
        for (int i = 0; i < 20; i++) {
            String key = "key " + i;
            CompletableFuture<Boolean> put = cache.put(key, "old");
            CompletableFuture<Boolean> invalidated = i % 2 == 0 ? cache.invalidate(key) : cache.invalidateAll();
            CompletableFuture.allOf(put, invalidated).join();
            assertThat(cache.get(key, String.class).join()).isEmpty();
        }
    }

    @Test
    void theEndpointShowsTheCaches() {
        library.find("dune");
        library.find("dune");
        assertThat(server.get("/httpcache").text())
                .contains("{\"name\":\"authors\",")
                .contains("\"ttl\":100,\"jitter\":\"10%\",\"tags\":[],")
                .contains("\"ttl\":600,\"tags\":[\"books\",\"library\"],\"hits\":1,\"misses\":1,\"stored\":1}");
    }

    @Test
    void functionsRunWhileTheCacheIsOffAndInvalidationsContinue() {
        try (TestServer off = start(
                "http-cache.enabled",
                false,
                "http-cache.caches.books.ttl",
                "10m",
                "http-cache.caches.authors.ttl",
                "10m",
                "http-cache.caches.lists.ttl",
                "10m",
                "http-cache.caches.loans.ttl",
                "10m")) {
            Library uncached = off.bean(Library.class);
            assertThat(uncached.find("dune").edition()).isEqualTo(1);
            assertThat(uncached.find("dune").edition()).isEqualTo(2);
            uncached.save("dune", 3);
            uncached.remove("dune");
        }
        try (TestServer off = start(
                "http-cache.enabled",
                false,
                "http-cache.invalidation.enabled",
                false,
                "http-cache.caches.books.ttl",
                "10m",
                "http-cache.caches.authors.ttl",
                "10m",
                "http-cache.caches.lists.ttl",
                "10m",
                "http-cache.caches.loans.ttl",
                "10m")) {
            Library uncached = off.bean(Library.class);
            assertThat(uncached.atomic("dune")).isEqualTo("dune 1");
            assertThat(uncached.atomic("dune")).isEqualTo("dune 2");
            uncached.remove("dune");
            uncached.removeAll();
        }
    }

    /** Starts a call on a thread of its own, and returns when it waits for the run of another call. */
    private static <T> CompletableFuture<T> waiting(Supplier<T> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(call.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        thread.start();
        Eventually.get(thread::getState, Thread.State.TIMED_WAITING::equals);
        return result;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Serdeable
    record Book(String title, int edition) {}

    record Query(String text) {}

    @Singleton
    @Requires(property = "scenario", value = "function-caches")
    static class Library {

        volatile Runnable duringNextRun = () -> {};
        private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        private final CacheManager<?> caches;

        Library(CacheManager<?> caches) {
            this.caches = caches;
        }

        @Cacheable("lists")
        public int list(int number) {
            return number;
        }

        boolean isStored(int number) {
            return caches.getCache("lists").get(number, Integer.class).isPresent();
        }

        int count(String name) {
            return runs.getOrDefault(name, new AtomicInteger()).get();
        }

        private int run(String name) {
            int count = runs.computeIfAbsent(name, first -> new AtomicInteger()).incrementAndGet();
            Runnable during = duringNextRun;
            duringNextRun = () -> {};
            during.run();
            return count;
        }

        @Cacheable("books")
        public Book find(String title) {
            return new Book(title, run("find " + title));
        }

        @Cacheable("books")
        public Book pair(String one, String other) {
            return new Book(one + other, run("pair " + one + '|' + other));
        }

        @Cacheable("books")
        public List<String> page(long number, List<String> names) {
            run("page");
            return List.of(number + names.toString());
        }

        @Cacheable("books")
        public String of(Query query) {
            return query.text() + ' ' + run("of");
        }

        @Cacheable("books")
        public List<Book> all() {
            return List.of(new Book("all", run("all")));
        }

        @Cacheable(value = "books", parameters = "kind")
        public Optional<Book> maybe(String title, String... kind) {
            return Optional.of(new Book(title, run("maybe " + title)));
        }

        @Cacheable("loans")
        public CompletableFuture<Book> later(String title) {
            return CompletableFuture.completedFuture(new Book(title, run("later " + title)));
        }

        @Cacheable("loans")
        public Mono<Book> mono(String title, String... kind) {
            return Mono.fromSupplier(() -> new Book(title, run("mono " + title)));
        }

        @Cacheable(cacheNames = "books", atomic = true)
        public String atomic(String title, String... kind) {
            return title + ' ' + run("atomic " + title);
        }

        @Cacheable(cacheNames = "books", atomic = true)
        public int number(String title, String... kind) {
            return run("number " + title);
        }

        @Cacheable("authors")
        public String author(String name) {
            return name + ' ' + run("author " + name);
        }

        @CachePut(cacheNames = "books", parameters = "title")
        public Book save(String title, int edition) {
            return new Book(title, edition);
        }

        @CacheInvalidate("books")
        public void remove(String title) {}

        @CacheInvalidate(cacheNames = "books", all = true)
        public void removeAll() {}
    }

    /** Random numbers from 0 upwards. */
    @Factory
    @Requires(property = "scenario", value = "function-caches")
    static class Randoms {

        @Singleton
        CacheRandom random() {
            AtomicLong next = new AtomicLong();
            return new CacheRandom(bound -> next.getAndIncrement() % bound);
        }
    }

    @Controller("/library")
    @Requires(property = "scenario", value = "function-caches")
    static class Pages {

        @Get
        @HttpCached(ttl = "10m", tags = "library")
        String show() {
            return "library";
        }

        @Post("/changes")
        @HttpCacheInvalidate(tags = "library")
        String change() {
            return "changed";
        }
    }
}
