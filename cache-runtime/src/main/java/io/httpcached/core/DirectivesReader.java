package io.httpcached.core;

/** Reads the directives of a response that apply to this cache. Implementations are thread-safe. */
@FunctionalInterface
public interface DirectivesReader {

    /** Reads {@code Cache-Control} only. */
    DirectivesReader CACHE_CONTROL = ResponseDirectives::of;

    /**
     * {@return the directives that apply}
     *
     * @param response the fields of the response
     */
    ResponseDirectives read(FieldLines response);
}
