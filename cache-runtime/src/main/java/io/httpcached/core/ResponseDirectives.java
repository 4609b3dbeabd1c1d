package io.httpcached.core;

/** The directives of a response that apply to this cache (RFC 9111 §5.2.2). */
public final class ResponseDirectives {

    /** No directives. */
    public static final ResponseDirectives NONE = new ResponseDirectives();

    private ResponseDirectives() {}

    /**
     * {@return the directives of the {@code Cache-Control} lines} Never throws; what is malformed is ignored or counts as
     * stale, as RFC 9111 says.
     *
     * @param response the response's fields
     */
    public static ResponseDirectives of(FieldLines response) {
        return NONE;
    }
}
