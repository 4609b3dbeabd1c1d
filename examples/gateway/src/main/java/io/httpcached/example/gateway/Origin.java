package io.httpcached.example.gateway;

import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.HttpVersion;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import reactor.core.publisher.Mono;

/**
 * Forwards requests to the origin server. Requests and responses are forwarded unchanged except for the fields of a
 * connection. {@code Host} is kept, so the origin sees the host that the client requested.
 *
 * <p>It uses Micronaut's {@link RawHttpClient}, which streams the bytes of bodies without encoding or decoding them.
 * {@code HttpClient} would hold bodies in memory and add a {@code Content-Type} where there is none;
 * {@code ProxyHttpClient} would write the fields of its own connection into the client's request.
 */
@Singleton
final class Origin {

    private final RawHttpClient client;
    private final String base;
    private final String name;

    Origin(RawHttpClient client, GatewayConfiguration settings) {
        this.client = client;
        this.base = settings.origin().toString();
        this.name = settings.name();
    }

    /**
     * Forwards a request with its body, if it has one. The cache's own requests have none.
     *
     * @param request the request of the client or of the cache; its body is consumed
     * @return the origin's response; fails with {@link HttpClientException} if there is none
     */
    Mono<HttpResponse<OriginBody>> forward(HttpRequest<?> request) {
        boolean head = request.getMethod() == HttpMethod.HEAD;
        HttpRequest<?> forwarded = toOrigin(request);
        CloseableByteBody body = request instanceof ServerHttpRequest<?> received
                ? received.byteBody().move()
                : null;
        return Mono.from(client.exchange(forwarded, body, null)).map(answer -> toClient(answer, head));
    }

    /**
     * Leaves out {@code Content-Length}, because the client frames the body itself, and {@code Expect}, because the
     * server has sent 100 (Continue) when the body was requested.
     */
    private HttpRequest<?> toOrigin(HttpRequest<?> request) {
        MutableHttpRequest<?> forwarded =
                HttpRequest.create(request.getMethod(), base + target(request), request.getMethodName());
        EndToEndFields.copy(request.getHeaders(), forwarded.getHeaders(), "Content-Length", "Expect");
        return forwarded.header(HttpHeaders.VIA, via(request.getHttpVersion()));
    }

    /**
     * Returns the request target. It uses the path of the request, as the cache key does, and not that of its URI,
     * because Micronaut decodes a URI in absolute form. A path that does not begin with a slash, such as
     * {@code @elsewhere}, would change the origin's host and is rejected.
     */
    private static String target(HttpRequest<?> request) {
        if (!request.getPath().startsWith("/")) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "The request target must begin with /");
        }
        String query = request.getUri().getRawQuery();
        return query == null ? request.getPath() : request.getPath() + '?' + query;
    }

    /**
     * Returns the value of {@code Via}, which a gateway must add to requests and may add to responses (RFC 9110
     * §7.6.3).
     */
    private String via(HttpVersion received) {
        return (received == HttpVersion.HTTP_1_0 ? "1.0 " : received == HttpVersion.HTTP_2_0 ? "2.0 " : "1.1 ") + name;
    }

    private static HttpResponse<OriginBody> toClient(HttpResponse<?> answer, boolean head) {
        if (answer.code() < 200 || !(answer instanceof ByteBodyHttpResponse<?> bytes)) {
            throw new HttpClientException("The origin answered with status " + answer.code());
        }
        MutableHttpResponse<OriginBody> response = HttpResponse.status(answer.code(), answer.reason());
        EndToEndFields.copy(answer.getHeaders(), response.getHeaders());
        if (head) {
            bytes.close();
            return response;
        }
        return response.body(new OriginBody(bytes.byteBody().move()));
    }
}
