package io.httpcached.engine;

import io.httpcached.core.ContentCoding;
import io.httpcached.core.Preconditions;
import io.httpcached.core.StoredResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The work on bodies that grows with their size: compression and digests. For large bodies another thread does it, since the thread
 * of a request may be an event loop, where all other requests would wait. Thread-safe.
 */
public final class BodyWork {

    /** Compression of as many bytes takes about half a millisecond, and a change of threads a twentieth of that. */
    static final int LARGE_BYTES = 32 * 1024;

    private final Compression compression;
    private final Executor executor;
    private final UnaryOperator<byte[]> gzip;

    /**
     * Creates the work.
     *
     * @param compression the rule for which bodies are offered compressed as well
     * @param executor runs the work on large bodies
     */
    public BodyWork(Compression compression, Executor executor) {
        this.compression = compression;
        this.executor = executor;
        this.gzip = body -> Compressor.gzip(body, compression.level());
    }

    /**
     * {@return a response with the forms in which it is served}
     *
     * @param plain the response, uncompressed
     * @param before the response in whose place it is stored, or null
     */
    StoredResponse withForms(StoredResponse plain, @Nullable StoredResponse before) {
        return ContentCoding.mayCompress(plain) && compression.isWorthwhile(plain)
                ? ContentCoding.withGzip(plain, gzip, before)
                : plain;
    }

    /** Does work on a body. */
    <T> CompletionStage<T> with(byte @Nullable [] body, Supplier<CompletionStage<T>> work) {
        return body == null || body.length < LARGE_BYTES
                ? work.get()
                : CompletableFuture.supplyAsync(work, executor).thenCompose(stage -> stage);
    }

    /** {@return whether an answer would compress a large body when it is rendered, because its client is the first to need that} */
    boolean isDue(CacheCall call, Answer answer, long nowMillis) {
        if (!(answer instanceof Answer.FromStore stored)
                || !stored.response().lacksCompressedBody()
                || stored.response().body().length < LARGE_BYTES) {
            return false;
        }
        StoredResponse selected = stored.response().selectedBy(call.request().fields());
        return selected.compressesFirst()
                && Preconditions.evaluate(call.request(), selected, nowMillis) == Preconditions.Verdict.PROCEED;
    }

    /** Compresses the body of an answer for which that is due. */
    CompletionStage<Answer> prepare(Answer answer) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var unused = ((Answer.FromStore) answer).response().compressedBody();
                    return answer;
                },
                executor);
    }
}
