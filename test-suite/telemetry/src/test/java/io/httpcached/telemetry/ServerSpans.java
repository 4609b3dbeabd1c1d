package io.httpcached.telemetry;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the spans of requests that the server received. */
@Singleton
final class ServerSpans implements SpanProcessor {

    private final AtomicInteger ended = new AtomicInteger();

    int ended() {
        return ended.get();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // Only ended spans are counted.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        if (span.getKind() == SpanKind.SERVER) {
            ended.incrementAndGet();
        }
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }
}
