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
 * The server behind the gateway. A request goes there, and its answer comes back, as they are but for the fields of one
 * connection; {@code Host} is kept, so the origin sees the name that the client asked for.
 *
 * <p>It uses Micronaut's {@link RawHttpClient}, which neither writes nor reads bodies but hands their bytes on while they
 * come. {@code HttpClient} holds them in memory and gives a body without {@code Content-Type} one;
 * {@code ProxyHttpClient} writes the fields of its own connection into the client's request.
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
     * Forwards a request with its body, if it has one: the cache's own requests for what can be stored have none.
     *
     * @param request the client's request, or the cache's; its body is consumed
     * @return the origin's answer; fails with {@link HttpClientException} if there is none
     */
    Mono<HttpResponse<OriginBody>> forward(HttpRequest<?> request) {
        boolean head = request.getMethod() == HttpMethod.HEAD;
        HttpRequest<?> forwarded = toOrigin(request);
        CloseableByteBody body = request instanceof ServerHttpRequest<?> received
                ? received.byteBody().move()
                : null;
        return Mono.from(client.exchange(forwarded, body, null)).map(answer -> toClient(answer, head));
    }

    /** The client frames the body itself, and 100 (Continue) was sent by the server as soon as the body was wanted. */
    private HttpRequest<?> toOrigin(HttpRequest<?> request) {
        MutableHttpRequest<?> forwarded =
                HttpRequest.create(request.getMethod(), base + target(request), request.getMethodName());
        EndToEndFields.copy(request.getHeaders(), forwarded.getHeaders(), "Content-Length", "Expect");
        return forwarded.header(HttpHeaders.VIA, via(request.getHttpVersion()));
    }

    /**
     * By the path of the request, not of its URI, in which Micronaut decodes what came in absolute form; the cache's key has
     * that path as well. One that begins otherwise, such as {@code @elsewhere}, would make another host of the origin's.
     */
    private static String target(HttpRequest<?> request) {
        if (!request.getPath().startsWith("/")) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "The request target must begin with /");
        }
        String query = request.getUri().getRawQuery();
        return query == null ? request.getPath() : request.getPath() + '?' + query;
    }

    /** RFC 9110 §7.6.3: a gateway must say in the request that it passed through, and may in the response. */
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
