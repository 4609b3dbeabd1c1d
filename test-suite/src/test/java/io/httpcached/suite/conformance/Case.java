package io.httpcached.suite.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conformance case: a few exchanges with its own URI.
 *
 * @param id the name, which is also part of the URI
 * @param kind the strength of the requirement
 * @param does the behavior of this cache in a short sentence
 * @param server the settings of the server
 * @param route the route of {@link ScriptedController}
 * @param exchanges the exchanges in order
 */
record Case(String id, Kind kind, String does, ServerSetup server, String route, List<Exchange> exchanges) {

    /** Returns the path, which no other case uses. */
    String path() {
        return "/" + route + "/" + id;
    }

    /**
     * A request, the handler's response if the handler runs, and the response that the client must receive.
     *
     * @param advance the seconds by which the clock advances before the request
     * @param request the request of the client
     * @param handler the expected handler run, null if the handler must not run
     * @param inBackground true if the handler runs after the client has received the response
     * @param response the response that the client must receive
     */
    record Exchange(
            long advance, Request request, @Nullable Handler handler, boolean inBackground, Response response) {}

    /**
     * A request.
     *
     * @param method the method
     * @param suffix the text after the path of the case
     * @param fields the header lines
     */
    record Request(String method, String suffix, List<String> fields) {}

    /**
     * The response of the handler, and the request that it must receive.
     *
     * @param status the status
     * @param fields the header lines
     * @param body the body
     * @param fails true if the handler throws an exception instead
     * @param hangs true if the handler responds only after the client has received another response
     * @param method the method of the handler's request, null for that of the client
     * @param saw the header lines of the handler's request: all lines of each listed name, in order
     * @param missed the names of header fields that the handler's request must not have
     */
    record Handler(
            int status,
            List<String> fields,
            String body,
            boolean fails,
            boolean hangs,
            @Nullable String method,
            List<String> saw,
            List<String> missed) {}

    /**
     * The response that the client must receive.
     *
     * @param status the status
     * @param trace the parameters of {@code Cache-Status}; {@code none} if the field must be absent, null if it does
     *     not matter
     * @param body the body, null if it does not matter
     * @param parts the parts of a multipart body with fields and content, with a line feed for each line end; empty if
     *     the body is not multipart
     * @param fields the header lines: all lines of each listed name, in order
     * @param lacks the names of header fields that must be absent
     * @param matches the names of header fields, each with a regular expression for its only line
     */
    record Response(
            int status,
            @Nullable String trace,
            @Nullable String body,
            List<String> parts,
            List<String> fields,
            List<String> lacks,
            List<String> matches) {}
}
