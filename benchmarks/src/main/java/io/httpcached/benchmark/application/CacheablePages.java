package io.httpcached.benchmark.application;

import io.micronaut.cache.annotation.Cacheable;
import jakarta.inject.Singleton;

/** Returns the same pages from methods whose results micronaut-cache caches. */
@Singleton
class CacheablePages {

    /** The name of the cache, which the application must configure. */
    static final String CACHE = "pages";

    private final Pages pages;

    CacheablePages(Pages pages) {
        this.pages = pages;
    }

    @Cacheable(CACHE)
    Page named(String name) {
        return pages.of(name);
    }
}
