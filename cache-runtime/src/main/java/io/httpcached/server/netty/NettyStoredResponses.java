package io.httpcached.server.netty;

import io.httpcached.core.Fields;
import io.httpcached.core.StoredResponse;
import io.httpcached.server.body.Responses;
import io.httpcached.server.body.StoredResponseFactory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.micronaut.http.netty.NettyMutableHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;

/** Creates Netty's responses for hits, which {@link StoredCompression} recognizes by their header fields. */
@Singleton
@Requires(classes = NettyMutableHttpResponse.class)
final class NettyStoredResponses implements StoredResponseFactory {

    @Override
    public MutableHttpResponse<?> create(StoredResponse stored, int status, Fields fields) {
        HttpHeaders headers = new StoredHeaders();
        addAll(headers, fields);
        return new NettyMutableHttpResponse<>(
                HttpVersion.HTTP_1_1, status(status), headers, null, ConversionService.SHARED);
    }

    private static HttpResponseStatus status(int status) {
        return status == HttpResponseStatus.OK.code()
                ? HttpResponseStatus.OK
                : HttpResponseStatus.valueOf(status, Responses.reason(status));
    }

    private static void addAll(HttpHeaders headers, Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            NettyHttpHeaders.validateHeader(fields.name(i), fields.value(i));
            headers.add(fields.name(i), fields.value(i));
        }
    }
}
