package io.httpcached.core;

import java.net.URI;
import java.util.List;

/** What an answer to an unsafe method invalidates (RFC 9111 §4.4). */
public final class Invalidation {

    private Invalidation() {}

    /**
     * {@return whether the answer invalidates what is stored for the target URI}
     *
     * @param method the request's method
     * @param status the answer's status
     */
    public static boolean invalidates(String method, int status) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the paths, with their queries, in {@code Location} and {@code Content-Location} that are of the target's
     * origin; what is malformed is ignored}
     *
     * @param response the answer's fields
     * @param target the target URI, absolute
     */
    public static List<String> locations(FieldLines response, URI target) {
        return io.httpcached.core.Unwritten.yet();
    }

    static boolean isSafe(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
            default -> false;
        };
    }
}
