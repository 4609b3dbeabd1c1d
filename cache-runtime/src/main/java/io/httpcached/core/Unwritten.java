package io.httpcached.core;

/** Stands where a body is still to be written. */
public final class Unwritten {
    private Unwritten() {}

    /** {@return never} */
    @SuppressWarnings({"TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    public static <T> T yet() {
        throw new UnsupportedOperationException();
    }
}
