package io.httpcached.server.request;

import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;

/**
 * An observed request whose body can be read as the server received it. A response to a request with content is not stored, so such
 * reads are not reported.
 *
 * @param <B> the type of the body
 */
final class ObservedServerRequest<B> extends ObservedRequest<B> implements ServerHttpRequest<B> {

    private final ServerHttpRequest<B> received;

    ObservedServerRequest(ServerHttpRequest<B> received, ReadObserver observer) {
        super(received, observer);
        this.received = received;
    }

    @Override
    public ByteBody byteBody() {
        return received.byteBody();
    }

    @Override
    public ByteBodyFactory byteBodyFactory() {
        return received.byteBodyFactory();
    }
}
