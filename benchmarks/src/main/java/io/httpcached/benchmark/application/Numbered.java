package io.httpcached.benchmark.application;

/** Returns the pages of routes that have a number in their path. */
final class Numbered {

    private Numbered() {}

    static Page page(Pages pages, String size, long id) {
        if (id < 0) {
            throw new IllegalArgumentException("The number must not be negative, but was " + id);
        }
        return pages.of(size);
    }
}
