package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.body.CloseableByteBody;

/** Makes responses of the server from fields of the cache. */
public final class Responses {

    private static final int OK = 200;

    private Responses() {}

    /** A status without a name is as good as any (RFC 9110 §15). */
    public static MutableHttpResponse<?> of(int status, Fields fields) {
        return addAll(status == OK ? HttpResponse.ok() : HttpResponse.status(status, reason(status)), fields);
    }

    public static MutableHttpResponse<?> of(int status, Fields fields, byte[] body) {
        MutableHttpResponse<?> response = of(status, fields);
        EncodedBody.replace(response, body);
        return response;
    }

    public static MutableHttpResponse<?> of(HandlerResponse fetched) {
        byte[] body = fetched.body();
        return body == null ? of(fetched.status(), fetched.fields()) : of(fetched.status(), fetched.fields(), body);
    }

    /** RFC 9111 §5.2.1.7. */
    public static MutableHttpResponse<?> onlyIfCached() {
        return HttpResponse.status(HttpStatus.GATEWAY_TIMEOUT)
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .body("The request says only-if-cached, and no stored response can answer it.");
    }

    /** The same head with bytes in place of the object that the handler returned. */
    public static MutableHttpResponse<?> of(HttpResponse<?> head, Fields fields, byte[] body) {
        MutableHttpResponse<?> response = withHead(head, fields);
        EncodedBody.replace(response, body);
        return response;
    }

    /** The same head with a stream, which can be sent once, in place of the object that the handler returned. */
    public static MutableHttpResponse<?> of(HttpResponse<?> head, Fields fields, CloseableByteBody stream) {
        MutableHttpResponse<?> response = withHead(head, fields);
        EncodedBody.replace(response, stream);
        return response;
    }

    /**
     * Without the attribute that leads to the route: it would make the server search for a writer of the route's return
     * type, which the body no longer has.
     */
    private static MutableHttpResponse<?> withHead(HttpResponse<?> head, Fields fields) {
        return addAll(HttpResponse.status(head.code(), head.reason()), fields);
    }

    private static MutableHttpResponse<?> addAll(MutableHttpResponse<?> response, Fields fields) {
        MutableHttpHeaders headers = response.getHeaders();
        for (int i = 0; i < fields.size(); i++) {
            headers.add(fields.name(i), fields.value(i));
        }
        return response;
    }

    private static String reason(int status) {
        for (HttpStatus known : HttpStatus.values()) {
            if (known.getCode() == status) {
                return known.getReason();
            }
        }
        return "";
    }
}
