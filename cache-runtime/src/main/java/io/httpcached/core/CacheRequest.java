package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/** The parts of a request that the cache reads. */
public interface CacheRequest {

    /**
     * {@return the method by which the server routed the request} Methods are case-sensitive (RFC 9110 §9.1), but a server may
     * route {@code get} as {@code GET}.
     */
    String method();

    /** {@return the header fields} */
    FieldLines fields();

    /** {@return whether the user of the request is known} */
    boolean hasPrincipal();

    /**
     * {@return whether the user has a name that distinguishes users} A principal without a name, or with a blank one, is
     * often the product of incomplete data, and different users may have it.
     */
    default boolean hasUserName() {
        return hasPrincipal();
    }

    /**
     * {@return whether the request has content} Content in a GET has no defined meaning (RFC 9110 §9.3.1), but a handler may
     * read it, and it is not in the key. The default is the statement of the header fields.
     */
    default boolean hasContent() {
        return announcesContent(fields());
    }

    /**
     * {@return whether header fields announce content} Over HTTP/2, a request may have content that they do not announce
     * (RFC 9113 §8.1).
     *
     * @param fields the header fields of a request
     */
    static boolean announcesContent(FieldLines fields) {
        String form = "application/x-www-form-urlencoded";
        String length = fields.first("Content-Length");
        String type = fields.first("Content-Type");
        return (length != null && !length.equals("0"))
                || fields.has("Transfer-Encoding")
                || (type != null && type.regionMatches(true, 0, form, 0, form.length()));
    }

    /**
     * {@return the canonical text of a part of the request} Equivalent values have equal texts, and others never do.
     *
     * @param part the part
     * @throws IllegalArgumentException if the request has no such kind of part; by default it has header fields only
     */
    default String text(RequestPart part) {
        if (part.kind() != RequestPart.Kind.FIELD) {
            throw new IllegalArgumentException("This request has header fields only, no " + part);
        }
        return Vary.canonical(part.name(), fields().all(part.name()));
    }

    /** {@return the cache directives of the client} An implementation may parse them only once. */
    default RequestDirectives directives() {
        return RequestDirectives.of(fields());
    }

    /** {@return whether the key of the request contains everything by which its handler can distinguish requests} */
    default boolean isKeyed() {
        return true;
    }

    /** {@return the reason why the application keeps the request from the cache, or null if it does not} */
    default @Nullable String notCacheableReason() {
        return null;
    }

    /** {@return whether the method is {@code HEAD}} */
    default boolean isHead() {
        return method().equals("HEAD");
    }

    /** {@return whether a stored {@code GET} response can answer the method} */
    default boolean isGetOrHead() {
        return method().equals("GET") || isHead();
    }

    /**
     * {@return whether the application says that a request with another method than GET only reads, and its content is in the key}
     * The default is false.
     */
    default boolean isContentKeyed() {
        return false;
    }

    /** {@return whether a stored response can answer the request, as far as its method is concerned} */
    default boolean isCacheable() {
        return isGetOrHead() || isContentKeyed();
    }

    /** {@return whether clients and caches downstream may use its response again: QUERY is safe by definition, POST is not} */
    default boolean isSafe() {
        return isGetOrHead() || (isContentKeyed() && method().equals("QUERY"));
    }

    /** {@return whether the response may depend on the user: there is a principal or an {@code Authorization} field} */
    default boolean isAuthenticated() {
        return hasPrincipal() || fields().has("Authorization");
    }
}
