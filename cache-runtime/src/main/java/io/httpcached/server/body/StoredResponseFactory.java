package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.httpcached.core.StoredResponse;
import io.micronaut.http.MutableHttpResponse;

/** Creates the server's responses for hits. Thread-safe. */
public interface StoredResponseFactory {

    /** Creates responses of any server. */
    StoredResponseFactory ANY = (stored, status, fields, hit) -> Responses.of(status, fields);

    /**
     * Creates a response without a body.
     *
     * @param stored the stored response, from which most of the lines are
     * @param status the status code
     * @param fields the header fields
     * @param hit whether the response was stored before the request, so that others may follow
     * @return the response
     * @throws IllegalArgumentException if a field cannot be sent
     */
    MutableHttpResponse<?> create(StoredResponse stored, int status, Fields fields, boolean hit);
}
