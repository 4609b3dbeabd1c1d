package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

/** Startup fails for caches in {@code http-cache.caches} that would contain themselves, or share their name. */
class FunctionCacheSettingsTest {

    @Test
    void aCacheIsNoStoreOfResponses() {
        assertStartupFails(
                "http-cache.backend must not name 'books', because the entries of the cache http-cache.caches.books are in a"
                        + " store themselves. Name that store.",
                "http-cache.backend",
                "books",
                "http-cache.caches.books.backend",
                "memory");
    }

    @Test
    void aCacheIsNotItsOwnStore() {
        assertStartupFails(
                "http-cache.caches.books.backend must not name 'books'", "http-cache.caches.books.backend", "books");
    }

    @Test
    void aCacheIsNotTheStoreOfAnotherCache() {
        assertStartupFails(
                "http-cache.caches.books.backend must not name 'authors'",
                "http-cache.caches.books.backend",
                "authors",
                "http-cache.caches.authors.ttl",
                "1m");
    }

    @Test
    void theStoreOfACacheExists() {
        assertStartupFails(
                "http-cache.caches.books.backend: There is no store 'floppy'.",
                "http-cache.caches.books.backend",
                "floppy");
    }

    @Test
    void twoCachesHaveDifferentNames() {
        assertStartupFails(
                "http-cache.caches.books and micronaut.caches.books configure caches with the same name.",
                "micronaut.caches.books.maximum-size",
                10);
    }

    @Test
    void theJitterIsAPercentageOrWholeSeconds() {
        assertStartupFails(
                "http-cache.caches.books.jitter must be a percentage", "http-cache.caches.books.jitter", "1500ms");
    }

    private static void assertStartupFails(String message, Object... settings) {
        Object[] all = new Object[settings.length + 2];
        System.arraycopy(settings, 0, all, 0, settings.length);
        all[settings.length] = "http-cache.caches.books.ttl";
        all[settings.length + 1] = "1m";
        Throwable failure = catchThrowable(
                () -> TestServer.start("function-cache-settings", all).close());
        assertThat(failure).isNotNull().rootCause().hasMessageStartingWith(message);
    }
}
