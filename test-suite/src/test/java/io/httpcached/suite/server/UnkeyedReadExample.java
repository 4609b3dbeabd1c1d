package io.httpcached.suite.server;

import io.httpcached.suite.wire.WireResponse;
import io.micronaut.core.annotation.Nullable;
import java.util.stream.Stream;

/** A read beside the key by a route of {@link UnkeyedReadsApplication}, with two requests whose responses differ by it. */
enum UnkeyedReadExample {
    TEMPLATE_LANGUAGE(
            "/unkeyed/template",
            "Accept-Language: de",
            "Accept-Language: en",
            "Accept-Language",
            "template",
            "read the language; take a java.util.Locale as a parameter with @Nullable"),
    TURBO_FRAME(
            "/unkeyed/turbo",
            "Turbo-Frame: a",
            "Turbo-Frame: b",
            "Turbo-Frame",
            "turbo",
            "read the header field Turbo-Frame; write vary = \"Turbo-Frame\""),
    FIELD_IN_HELPER(
            "/unkeyed/tenant",
            "X-Tenant: a",
            "X-Tenant: b",
            "X-Tenant",
            "tenant",
            "$Tenants read the header field X-Tenant; write vary = \"X-Tenant\""),
    FIELD_THAT_ONE_REQUEST_LACKS(
            "/unkeyed/tenant",
            "X-Tenant: a",
            "X-Other: b",
            "X-Tenant",
            "tenant",
            "$Tenants read the header field X-Tenant; write vary = \"X-Tenant\""),
    FIELD_IN_INNER_FILTER(
            "/unkeyed/inner-filter",
            "X-Inner: a",
            "X-Inner: b",
            "X-Inner",
            "innerFilter",
            "$InnerFilter read the header field X-Inner; write vary = \"X-Inner\""),
    CURRENT_REQUEST_IN_INNER_FILTER(
            "/unkeyed/current-request",
            "X-Context: a",
            "X-Context: b",
            "X-Context",
            "currentRequest",
            "$CurrentRequestFilter read the header field X-Context; write vary = \"X-Context\""),
    API_KEY_ADVICE(
            "/unkeyed/advice",
            "X-Api-Key: a",
            "X-Api-Key: b",
            "X-Api-Key",
            "advice",
            "$ApiKeyAdvice read the header field X-Api-Key; write vary = \"X-Api-Key\""),
    COOKIE(
            "/unkeyed/cookie",
            "Cookie: theme=dark; id=1",
            "Cookie: theme=light; id=1",
            "Cookie",
            "cookie",
            "$Pages read the cookie theme; take it as a parameter with @CookieValue(\"theme\") and @Nullable"),
    ALL_COOKIES(
            "/unkeyed/cookies",
            "Cookie: a=1",
            "Cookie: a=2",
            "Cookie",
            "cookies",
            "$Pages read the header field Cookie; write vary = \"Cookie\""),
    ATTRIBUTE(
            "/unkeyed/attribute",
            "X-Plan: gold",
            "X-Plan: silver",
            "*",
            "attribute",
            "$Pages read the request attribute plan; write a key contributor that reads it, and name its class in key"),
    HOST(
            "/unkeyed/host",
            "X-Forwarded-Host: a.example",
            "X-Forwarded-Host: b.example",
            "X-Forwarded-Host",
            "host",
            "$Pages read the host; write keySource = REQUEST_URI"),
    LANGUAGE(
            "/unkeyed/language",
            "Accept-Language: de",
            "Accept-Language: en",
            "Accept-Language",
            "language",
            "$Pages read the language; take a java.util.Locale as a parameter with @Nullable"),
    QUERY_PARAMETER(
            "/unkeyed/parameter",
            "?page=1",
            "?page=2",
            "",
            "parameter",
            "$Pages read the query parameter page; take it as a parameter with @QueryValue(\"page\") and @Nullable"),
    OBJECT(
            "/unkeyed/object",
            "X-Plan: gold",
            "X-Plan: silver",
            null,
            "object",
            "$Pages read the request attribute account; do not cache the route"),
    SESSION(
            "/unkeyed/session",
            "X-Session: a",
            "X-Session: b",
            null,
            "session",
            "$Pages read the session; do not cache the route"),
    ADDRESS(
            "/unkeyed/address",
            "X-Unrelated: a",
            "X-Unrelated: b",
            null,
            "address",
            "$Pages read the address of the client; do not cache the route"),
    USER_OF_PUBLIC_ROUTE(
            "/unkeyed/public",
            "X-User: a",
            "X-User: b",
            null,
            "user",
            "$Pages read the user; write scope = PRIVATE, or take a java.security.Principal as a parameter"
                    + " instead of scope = PUBLIC"),
    /** The filter of Micronaut's views gives each request a nonce of its own, so no stored response is served again. */
    CSP_NONCE(
            "/unkeyed/nonce",
            "X-Unrelated: a",
            "X-Unrelated: b",
            null,
            "nonce",
            "$Pages read the request attribute cspNonce; write a key contributor that reads it, and name its class in key");

    private final String path;
    private final String one;
    private final String other;
    private final @Nullable String vary;
    private final String method;
    private final String message;

    /**
     * Describes an example.
     *
     * @param path the path of the route
     * @param one the header line or the query of one request
     * @param other the header line or the query of another request
     * @param vary the name that {@code Vary} contains, empty if none, or null if no response is served to a second request
     * @param method the method of the route
     * @param message the end of the message, which says what was read and what to write
     */
    UnkeyedReadExample(String path, String one, String other, @Nullable String vary, String method, String message) {
        this.path = path;
        this.one = one;
        this.other = other;
        this.vary = vary;
        this.method = method;
        this.message = message;
    }

    WireResponse getOne(TestServer server, String... lines) {
        return get(server, one, lines);
    }

    WireResponse getOther(TestServer server, String... lines) {
        return get(server, other, lines);
    }

    private WireResponse get(TestServer server, String difference, String... lines) {
        return difference.startsWith("?")
                ? server.get(path + difference, lines)
                : server.get(
                        path,
                        Stream.concat(Stream.of(difference), Stream.of(lines)).toArray(String[]::new));
    }

    @Nullable
    String vary() {
        return vary;
    }

    /** Returns the beginning of the message, which names the route. */
    String route() {
        return "The key of " + UnkeyedReadsApplication.Pages.class.getName() + '.' + method
                + " lacks what its handler reads: ";
    }

    /** Returns the end of the message. */
    String message() {
        return message;
    }

    /** Returns the settings of a test together with those of the example: the nonce is that of Micronaut's views. */
    Object[] settings(Object... ofTest) {
        Stream<Object> needed = this == CSP_NONCE
                ? Stream.of("micronaut.views.csp.enabled", true, "micronaut.views.csp.generate-nonce", true)
                : Stream.empty();
        return Stream.concat(Stream.of(ofTest), needed).toArray();
    }
}
