package io.httpcached.benchmark.application;

/** Answers of routes that have a number in their path. */
public final class Numbered {

    private Numbered() {}

    /** Returns a response that does not depend on the number. */
    static <T> T same(long id, T response) {
        requireNumber(id);
        return response;
    }

    /** Returns a page of its own for each number, so that no two entries share their bytes or their entity tag. */
    public static Page page(long id, Page page) {
        requireNumber(id);
        return new Page(page.title() + ' ' + id, page.products());
    }

    private static void requireNumber(long id) {
        if (id < 0) {
            throw new IllegalArgumentException("The number must not be negative, but was " + id);
        }
    }
}
