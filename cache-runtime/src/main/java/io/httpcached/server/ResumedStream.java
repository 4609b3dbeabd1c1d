package io.httpcached.server;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A stream whose beginning has been read: the beginning again, then the rest, for one subscriber. What is asked for, and
 * the end that may come unasked, wait until the beginning has been sent.
 */
final class ResumedStream implements Publisher<ReadBuffer>, Subscription {

    private enum Phase {
        WAITING,
        SENDING_BEGINNING,
        SENDING_REST
    }

    private final byte[] beginning;
    private final Subscription rest;
    private Phase phase = Phase.WAITING;
    private long wanted;
    private @Nullable Subscriber<? super ReadBuffer> subscriber;
    private @Nullable Consumer<Subscriber<?>> end;

    ResumedStream(byte[] beginning, Subscription rest) {
        this.beginning = beginning;
        this.rest = rest;
    }

    @Override
    public void subscribe(Subscriber<? super ReadBuffer> only) {
        synchronized (this) {
            if (subscriber != null) {
                throw new IllegalStateException("A body can be read once");
            }
            subscriber = only;
        }
        only.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        switch (want(count)) {
            case WAITING -> sendBeginning();
            case SENDING_BEGINNING -> {}
            case SENDING_REST -> rest.request(count);
        }
    }

    @Override
    public void cancel() {
        rest.cancel();
    }

    void onNext(byte[] bytes) {
        subscriber().onNext(buffer(bytes));
    }

    void onError(Throwable failure) {
        end(only -> only.onError(failure));
    }

    void onComplete() {
        end(Subscriber::onComplete);
    }

    private synchronized Phase want(long count) {
        Phase before = phase;
        if (before != Phase.SENDING_REST) {
            wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + count;
            phase = Phase.SENDING_BEGINNING;
        }
        return before;
    }

    private void sendBeginning() {
        subscriber().onNext(buffer(beginning));
        Consumer<Subscriber<?>> due;
        long more;
        synchronized (this) {
            phase = Phase.SENDING_REST;
            due = end;
            more = wanted - 1;
        }
        if (due != null) {
            due.accept(subscriber());
        } else if (more > 0) {
            rest.request(more);
        }
    }

    private void end(Consumer<Subscriber<?>> signal) {
        synchronized (this) {
            if (phase != Phase.SENDING_REST) {
                end = signal;
                return;
            }
        }
        signal.accept(subscriber());
    }

    /** Nothing is sent before it was asked for, and only a subscriber asks. */
    private synchronized Subscriber<? super ReadBuffer> subscriber() {
        Subscriber<? super ReadBuffer> only = subscriber;
        if (only == null) {
            throw new IllegalStateException("Nobody has asked for the body");
        }
        return only;
    }

    private static ReadBuffer buffer(byte[] bytes) {
        return ReadBufferFactory.getJdkFactory().adapt(bytes);
    }
}
