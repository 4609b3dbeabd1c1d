package io.httpcached.server.netty;

import io.httpcached.server.request.RequestContent;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.netty.NettyHttpRequestBuilder;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;

/**
 * Finds the content of Netty's requests, including the mutable copy that a filter makes: such a copy has the content of the
 * original, but is not a request that the server received.
 */
@Singleton
@Requires(classes = NettyHttpRequest.class)
final class NettyRequestContent implements RequestContent {

    @Override
    public boolean isPresent(HttpRequest<?> request) {
        HttpRequest<?> innermost = RequestContent.innermost(request);
        if (innermost instanceof NettyHttpRequest<?> received) {
            return !RequestContent.isEmpty(received.byteBody());
        }
        ByteBody original = innermost instanceof NettyHttpRequestBuilder copy ? copy.byteBodyDirect() : null;
        return (original != null && !RequestContent.isEmpty(original)) || ANY.isPresent(request);
    }
}
