package io.httpcached.benchmark.application;

/** Checks the numbers of routes that have one in their path, but whose responses do not depend on it. */
final class Numbered {

    private Numbered() {}

    static <T> T of(long id, T response) {
        if (id < 0) {
            throw new IllegalArgumentException("The number must not be negative, but was " + id);
        }
        return response;
    }
}
