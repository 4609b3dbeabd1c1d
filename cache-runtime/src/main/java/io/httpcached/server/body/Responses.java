package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.CloseableByteBody;

/** Creates responses of the server from the status, fields and body that the cache gives. */
public final class Responses {

    private static final int OK = 200;

    private Responses() {}

    /**
     * Creates a response without a body. A status needs no name (RFC 9110 §15).
     *
     * @param status the status code
     * @param fields the header fields
     * @return the response
     */
    public static MutableHttpResponse<?> of(int status, Fields fields) {
        return addAll(status == OK ? HttpResponse.ok() : HttpResponse.status(status, reason(status)), fields);
    }

    /**
     * Creates a response with an encoded body.
     *
     * @param status the status code
     * @param fields the header fields
     * @param body the encoded body
     * @return the response
     */
    public static MutableHttpResponse<?> of(int status, Fields fields, byte[] body) {
        return withBody(of(status, fields), body);
    }

    /**
     * Sets the encoded body of a response.
     *
     * @param response the response
     * @param body the encoded body
     * @return the response
     */
    public static MutableHttpResponse<?> withBody(MutableHttpResponse<?> response, byte[] body) {
        EncodedBody.set(response, body);
        return response;
    }

    /**
     * Creates a response that equals a handler response.
     *
     * @param handled the handler response
     * @return the response
     */
    public static MutableHttpResponse<?> of(HandlerResponse handled) {
        byte[] body = handled.body();
        return body == null ? of(handled.status(), handled.fields()) : of(handled.status(), handled.fields(), body);
    }

    /**
     * Creates the response to {@code only-if-cached} without a usable stored response (RFC 9111 §5.2.1.7).
     *
     * @return the response, with status 504
     */
    public static MutableHttpResponse<?> onlyIfCached() {
        return HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT)
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .body("The request says only-if-cached, but no stored response can be used.");
    }

    /** Replaces the body of a response by bytes. */
    static MutableHttpResponse<?> of(HttpResponse<?> head, Fields fields, byte[] body) {
        return withBody(withHead(head, fields), body);
    }

    /** Replaces the body of a response by a stream, which can be sent once. */
    static MutableHttpResponse<?> of(HttpResponse<?> head, Fields fields, CloseableByteBody stream) {
        MutableHttpResponse<?> response = withHead(head, fields);
        EncodedBody.set(response, stream);
        return response;
    }

    /**
     * Creates a new response without the attributes of the old one: with the route attribute, the server would look up
     * a writer for the route's return type, which the body no longer has.
     */
    private static MutableHttpResponse<?> withHead(HttpResponse<?> head, Fields fields) {
        return addAll(HttpResponse.status(head.code(), head.reason()), fields);
    }

    private static MutableHttpResponse<?> addAll(MutableHttpResponse<?> response, Fields fields) {
        HeaderFields.addAll(response.getHeaders(), fields);
        return response;
    }

    /**
     * Returns the reason phrase of a status.
     *
     * @param status the status code
     * @return the phrase, or an empty text if the status has none
     */
    public static String reason(int status) {
        for (HttpStatus known : HttpStatus.values()) {
            if (known.getCode() == status) {
                return known.getReason();
            }
        }
        return "";
    }
}
