package io.httpcached.store.redis;

import java.util.concurrent.CompletionException;

/** Reads the failures of stages. */
final class Failures {

    private Failures() {}

    /** Returns the failure of a command; a dependent stage wraps it. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
