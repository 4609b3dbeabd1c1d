package io.httpcached.example.gateway;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.exceptions.HttpClientException;
import io.micronaut.http.client.exceptions.ReadTimeoutException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.channel.ConnectTimeoutException;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with 502 or 504 if the origin fails (RFC 9110 §15.6.3, §15.6.5). The response says what went wrong; only the
 * log contains the address of the origin and the details.
 */
@Singleton
final class OriginFailureHandler implements ExceptionHandler<HttpClientException, HttpResponse<String>> {

    private static final Logger LOG = LoggerFactory.getLogger(OriginFailureHandler.class);

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public HttpResponse<String> handle(HttpRequest request, HttpClientException failure) {
        LOG.warn("No response to {} {}: {}", request.getMethodName(), request.getUri(), failure.getMessage());
        return isTimeout(failure)
                ? answer(HttpStatus.GATEWAY_TIMEOUT, "The server behind this gateway did not respond in time.")
                : answer(HttpStatus.BAD_GATEWAY, "The server behind this gateway sent no valid response.");
    }

    private static boolean isTimeout(HttpClientException failure) {
        return failure instanceof ReadTimeoutException || failure.getCause() instanceof ConnectTimeoutException;
    }

    private static HttpResponse<String> answer(HttpStatus status, String sentence) {
        return HttpResponse.<String>status(status)
                .contentType(MediaType.TEXT_PLAIN_TYPE)
                .body(sentence);
    }
}
