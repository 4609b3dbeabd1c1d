package io.httpcached.core;

/** Finds the directives of a response that apply to this cache. Implementations are thread-safe. */
@FunctionalInterface
public interface DirectivesReader {

    /** Reads {@code Cache-Control} alone. */
    DirectivesReader CACHE_CONTROL = ResponseDirectives::of;

    /**
     * {@return the directives that apply}
     *
     * @param response the response's fields
     */
    ResponseDirectives read(FieldLines response);
}
