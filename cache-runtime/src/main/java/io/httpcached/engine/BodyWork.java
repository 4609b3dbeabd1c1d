package io.httpcached.engine;

import io.httpcached.core.Coding;
import io.httpcached.core.ContentCoding;
import io.httpcached.core.ContentEncoder;
import io.httpcached.core.Preconditions;
import io.httpcached.core.StoredResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
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
    private final List<ContentEncoder> encoders;

    /**
     * Creates the work.
     *
     * @param compression the rule for which bodies are offered compressed as well
     * @param executor runs the work on large bodies
     */
    public BodyWork(Compression compression, Executor executor) {
        this(compression, executor, encoders(compression));
    }

    private BodyWork(Compression compression, Executor executor, List<ContentEncoder> encoders) {
        this.compression = compression;
        this.executor = executor;
        this.encoders = encoders;
    }

    private static List<ContentEncoder> encoders(Compression compression) {
        List<ContentEncoder> all = new ArrayList<>(compression.otherEncoders());
        all.add(new ContentEncoder(Coding.GZIP, body -> Compressor.gzip(body, compression.level())));
        return List.copyOf(all);
    }

    /** {@return the same work for entries that contain their compressed bodies, of which they have one, for all clients} */
    public BodyWork withGzipOnly() {
        return new BodyWork(compression, executor, List.of(encoders.get(encoders.size() - 1)));
    }

    /**
     * {@return a response with the forms in which it is served}
     *
     * @param plain the response, uncompressed
     * @param before the response in whose place it is stored, or null
     */
    StoredResponse withForms(StoredResponse plain, @Nullable StoredResponse before) {
        return ContentCoding.mayCompress(plain) && compression.isWorthwhile(plain)
                ? ContentCoding.withForms(plain, encoders, before)
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
    CompletionStage<Answer> prepare(CacheCall call, Answer answer) {
        return CompletableFuture.supplyAsync(
                () -> {
                    var unused = ((Answer.FromStore) answer)
                            .response()
                            .selectedBy(call.request().fields())
                            .body();
                    return answer;
                },
                executor);
    }
}
