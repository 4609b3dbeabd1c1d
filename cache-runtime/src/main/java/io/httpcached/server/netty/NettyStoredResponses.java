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

/** Creates Netty's responses for hits, with lines that each entry prepares once. */
@Singleton
@Requires(classes = NettyMutableHttpResponse.class)
final class NettyStoredResponses implements StoredResponseFactory {

    private final SharedTexts texts = new SharedTexts();

    @Override
    public MutableHttpResponse<?> create(StoredResponse stored, int status, Fields fields, boolean hit) {
        HttpHeaders headers = new StoredHeaders();
        if (hit) {
            addAll(headers, fields, stored.fields());
        } else {
            addAll(headers, fields);
        }
        return new NettyMutableHttpResponse<>(
                HttpVersion.HTTP_1_1, status(status), headers, null, ConversionService.SHARED);
    }

    private static HttpResponseStatus status(int status) {
        return status == HttpResponseStatus.OK.code()
                ? HttpResponseStatus.OK
                : HttpResponseStatus.valueOf(status, Responses.reason(status));
    }

    /** Many entries are never used again, so a miss prepares no lines. */
    private void addAll(HttpHeaders headers, Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            add(headers, fields, i);
        }
    }

    private void add(HttpHeaders headers, Fields fields, int index) {
        NettyHttpHeaders.validateHeader(fields.name(index), fields.value(index));
        headers.add(texts.name(fields.name(index)), fields.value(index));
    }

    /** The fields of a response are those of its entry, except for a few that are added, omitted or replaced. */
    private void addAll(HttpHeaders headers, Fields fields, Fields stored) {
        AsciiLines prepared = stored.as(AsciiLines.class, this::prepare);
        int next = 0;
        for (int i = 0; i < fields.size(); i++) {
            int same = indexOf(stored, next, fields, i);
            if (same < 0) {
                add(headers, fields, i);
            } else {
                prepared.add(same, headers);
                next = same + 1;
            }
        }
    }

    private AsciiLines prepare(Fields fields) {
        return AsciiLines.of(fields, texts);
    }

    /** The lines of a response are the very objects of the entry, so identity finds them. */
    @SuppressWarnings({"StringEquality", "ReferenceEquality"})
    private static int indexOf(Fields stored, int from, Fields fields, int index) {
        for (int i = from; i < stored.size(); i++) {
            if (stored.value(i) == fields.value(index) && stored.name(i) == fields.name(index)) {
                return i;
            }
        }
        return -1;
    }
}
