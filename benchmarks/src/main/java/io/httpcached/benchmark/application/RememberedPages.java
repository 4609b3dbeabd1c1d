package io.httpcached.benchmark.application;

import io.micronaut.cache.annotation.Cacheable;
import jakarta.inject.Singleton;

/** The same pages behind a cache of method results. */
@Singleton
class RememberedPages {

    /** The name of the cache, which the application's configuration must hold. */
    static final String CACHE = "pages";

    private final Pages pages;

    RememberedPages(Pages pages) {
        this.pages = pages;
    }

    @Cacheable(CACHE)
    Page named(String name) {
        return switch (name) {
            case "small" -> pages.small();
            case "medium" -> pages.medium();
            case "large" -> pages.large();
            default -> throw new IllegalArgumentException("There is no page named " + name);
        };
    }
}
