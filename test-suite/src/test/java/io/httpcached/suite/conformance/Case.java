package io.httpcached.suite.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conformance case: a few exchanges about a URI of its own.
 *
 * @param id its name, which is also part of its URI
 * @param kind how much it weighs
 * @param does what this cache does, in half a sentence
 * @param server the settings of the server it needs
 * @param route the route of {@link ScriptedController} it talks to
 * @param exchanges what happens, in order
 */
record Case(String id, Kind kind, String does, Laboratory server, String route, List<Exchange> exchanges) {

    /** {@return the path that is this case's alone} */
    String path() {
        return "/" + route + "/" + id;
    }

    /**
     * One request, what the handler answers if it is reached, and what the client must see.
     *
     * @param advance the seconds that pass before it
     * @param request what the client sends
     * @param handler what the handler answers, null when it must not be reached
     * @param inBackground whether the handler is reached after the client has its answer
     * @param response what the client must see
     */
    record Exchange(
            long advance, Request request, @Nullable Handler handler, boolean inBackground, Response response) {}

    /**
     * A request.
     *
     * @param method its method
     * @param suffix what follows the path of the case
     * @param fields header lines
     */
    record Request(String method, String suffix, List<String> fields) {}

    /**
     * What the handler answers, and what it must be asked.
     *
     * @param status the status
     * @param fields header lines
     * @param body the body
     * @param fails whether it throws an exception instead
     * @param hangs whether it answers only after the client has given up waiting for it
     * @param method the method of its request, null for that of the client
     * @param saw header lines of its request: all lines of each name there, in order
     * @param missed names of header fields that its request must not have
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
     * What the client must see.
     *
     * @param status the status
     * @param trace the parameters of {@code Cache-Status}, {@code none} for no such field, null when it does not matter
     * @param body the body, null when it does not matter
     * @param parts the parts of a multipart body, fields and content, a line feed for each line end; empty when it is none
     * @param fields header lines: all lines of each name there, in order
     * @param lacks names of header fields that must not be there
     * @param matches header fields by name, each with a regular expression for its only line
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
