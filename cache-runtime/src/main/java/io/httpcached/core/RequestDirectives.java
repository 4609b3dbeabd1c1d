package io.httpcached.core;

/** The {@code Cache-Control} directives of a request (RFC 9111 §5.2.1), and stale-if-error of RFC 5861 §4. */
public final class RequestDirectives {

    /** No directives. */
    public static final RequestDirectives NONE = new RequestDirectives();

    private RequestDirectives() {}

    /**
     * {@return the directives of a request} {@code Pragma: no-cache} stands for {@code no-cache} where there is no
     * {@code Cache-Control} (§5.4). Never throws; what is malformed is ignored.
     *
     * @param request the request's fields
     */
    public static RequestDirectives of(FieldLines request) {
        return NONE;
    }
}
