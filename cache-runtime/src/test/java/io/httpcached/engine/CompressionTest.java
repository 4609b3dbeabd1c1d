package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.Coding;
import io.httpcached.core.ContentEncoder;
import io.httpcached.core.Fields;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {

    /** Text whose compressed size depends on the level. */
    private static final String BODY = "one two three four five one three two five four ".repeat(50) + text();

    private static final Fields GZIP = Fields.of("Accept-Encoding", "gzip");

    private final MutableClock clock = new MutableClock();
    private final MemoryEntryStore store = new MemoryEntryStore(1_000_000, clock);

    @Test
    void aBodyThatIsWorthItIsStoredInBothForms() throws IOException {
        PipelineDriver route = route(Deflater.BEST_COMPRESSION);
        StoredResponse response = stored(route);
        assertThat(new String(response.body(), UTF_8)).isEqualTo(BODY);
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.compressedBody()))) {
            assertThat(plain.readAllBytes()).asString(UTF_8).isEqualTo(BODY);
        }
        Answer.FromStore hit = (Answer.FromStore) route.get();
        assertThat(hit.response().compressedBody()).isEqualTo(response.compressedBody());
    }

    @Test
    void aBodyIsCompressedForTheFirstClientThatPrefersItSo() {
        PipelineDriver route = route(Deflater.BEST_COMPRESSION);
        StoredResponse response = stored(route);
        long uncompressed = store.bytes();
        StoredResponse plain = response.selectedBy(Fields.of());
        assertThat(plain.body()).isSameAs(response.body());
        assertThat(plain.fields().all("Vary")).containsExactly("Accept-Encoding");
        StoredResponse gzip = response.selectedBy(GZIP);
        assertThat(gzip.fields().first("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.compressesFirst()).isTrue();
        assertThat(gzip.body()).isSameAs(response.compressedBody());
        assertThat(gzip.compressesFirst()).isFalse();
        assertThat(store.bytes()).isGreaterThanOrEqualTo(uncompressed + gzip.body().length);
        assertThat(((Answer.FromStore) route.get()).response().selectedBy(GZIP).body())
                .isSameAs(gzip.body());
    }

    @Test
    void anEntryThatWasReplacedMeanwhileIsCountedAsItIs() {
        PipelineDriver route = route(Deflater.BEST_COMPRESSION);
        StoredResponse replaced = stored(route);
        route.handler = pending -> ok("short");
        route.get("Cache-Control", "no-cache");
        long bytes = store.bytes();
        assertThat(replaced.compressedBody()).isNotNull();
        assertThat(store.bytes()).isEqualTo(bytes);
    }

    @Test
    void aLargeBodyIsCompressedOnAnotherThread() {
        List<Runnable> work = new ArrayList<>();
        PipelineDriver route = route(Deflater.BEST_SPEED, work::add);
        byte[] body = BODY.repeat(20).getBytes(UTF_8);
        HandlerResponse large = new HandlerResponse(200, Fields.EMPTY, body, null);
        CompletableFuture<Answer> stored = route.finishLater(PipelineDriver.pending(route.begin()), large);
        assertThat(stored).as("the digest").isNotDone();
        work.remove(0).run();
        StoredResponse response = ((Answer.FromStore) stored.join()).response();
        assertThat(route.begin()).as("uncompressed").isDone();
        assertThat(route.begin("Accept-Encoding", "gzip", "If-None-Match", "*"))
                .as("304")
                .isDone();
        CompletableFuture<Step> hit = route.begin("Accept-Encoding", "gzip");
        assertThat(hit).isNotDone();
        assertThat(response.selectedBy(GZIP).compressesFirst()).isTrue();
        work.remove(0).run();
        assertThat(hit).isDone();
        assertThat(response.selectedBy(GZIP).compressesFirst()).isFalse();
        assertThat(route.begin("Accept-Encoding", "gzip")).as("the second hit").isDone();
        assertThat(work).isEmpty();
    }

    @Test
    void aLargeBodyIsCompressedOnAnotherThreadForEachCoding() {
        List<Runnable> work = new ArrayList<>();
        PipelineDriver route = route(Deflater.BEST_SPEED, work::add);
        byte[] body = BODY.repeat(20).getBytes(UTF_8);
        CompletableFuture<Answer> stored = route.finishLater(
                PipelineDriver.pending(route.begin()), new HandlerResponse(200, Fields.EMPTY, body, null));
        work.remove(0).run();
        assertThat(stored).isDone();
        CompletableFuture<Step> gzip = route.begin("Accept-Encoding", "gzip");
        work.remove(0).run();
        assertThat(gzip).isDone();
        CompletableFuture<Step> brotli = route.begin("Accept-Encoding", "br, gzip");
        assertThat(brotli).isNotDone();
        work.remove(0).run();
        assertThat(brotli).isDone();
        Answer.FromStore answer = (Answer.FromStore) ((Step.Respond) brotli.join()).answer();
        assertThat(answer.response()
                        .selectedBy(Fields.of("Accept-Encoding", "br"))
                        .compressesFirst())
                .isFalse();
        assertThat(route.begin("Accept-Encoding", "br"))
                .as("the second hit with brotli")
                .isDone();
        assertThat(work).isEmpty();
    }

    @Test
    void entriesOfABackendAreCompressedWithGzipOnly() {
        BodyWork work = new BodyWork(compression(1), Runnable::run);
        StoredResponse plain = stored(route(1)).selectedBy(Fields.of());
        StoredResponse response = new StoredResponse(200, Fields.EMPTY, plain.body(), plain.lifetime(), 0, 0);
        Fields all = Fields.of("Accept-Encoding", "br, gzip");
        assertThat(work.withForms(response, null).selectedBy(all).fields().first("Content-Encoding"))
                .isEqualTo("br");
        assertThat(work.withGzipOnly()
                        .withForms(response, null)
                        .selectedBy(all)
                        .fields()
                        .first("Content-Encoding"))
                .isEqualTo("gzip");
    }

    @Test
    void theCompressedBodyOutlivesARevalidation() {
        PipelineDriver route = route(Deflater.BEST_COMPRESSION);
        route.handler = pending -> ok(BODY, "ETag", "\"1\"");
        StoredResponse first = ((Answer.FromStore) route.get()).response();
        byte[] compressed = first.compressedBody();
        route.advance(10);
        route.handler = pending -> PipelineDriver.response(304, null, "ETag", "\"1\"");
        StoredResponse freshened = ((Answer.FromStore) route.get()).response();
        assertThat(freshened).isNotSameAs(first);
        assertThat(freshened.selectedBy(GZIP).compressesFirst()).isFalse();
        assertThat(freshened.compressedBody()).isSameAs(compressed);
    }

    @Test
    void theLevelDecidesAboutTheSize() {
        byte[] best = stored(route(Deflater.BEST_COMPRESSION)).compressedBody();
        store.close();
        byte[] none = stored(route(Deflater.NO_COMPRESSION)).compressedBody();
        assertThat(none).hasSizeGreaterThan(BODY.length());
        assertThat(best).hasSizeLessThan(BODY.length() / 2);
    }

    @Test
    void aBodyThatMayNotBeTransformedOrIsNotWorthItIsStoredPlain() {
        PipelineDriver route = route(Deflater.BEST_COMPRESSION);
        route.handler = pending -> ok(BODY, "Cache-Control", "max-age=10, no-transform");
        assertThat(((Answer.FromStore) route.get()).response().compressedBody()).isNull();
        PipelineDriver other = route(Deflater.BEST_COMPRESSION);
        other.handler = pending -> ok("short");
        assertThat(((Answer.FromStore) other.get()).response().compressedBody()).isNull();
    }

    @Test
    void aResponseFreshenedByHeadKeepsItsCompressedForm() {
        PipelineDriver route = route(Deflater.BEST_COMPRESSION);
        route.handler = pending -> ok(BODY, "ETag", "\"1\"");
        route.get();
        route.advance(10);
        route.handler = pending -> PipelineDriver.response(200, null, "ETag", "\"1\"");
        route.head();
        assertThat(((Answer.FromStore) route.get()).response().compressedBody()).isNotNull();
    }

    @Test
    void withoutCompressionNothingIsWorthIt() {
        assertThat(Compression.NONE.isWorthwhile(stored(route(1)))).isFalse();
    }

    private static StoredResponse stored(PipelineDriver route) {
        route.handler = pending -> ok(BODY);
        return ((Answer.FromStore) route.get()).response();
    }

    private PipelineDriver route(int level) {
        return route(level, Runnable::run);
    }

    private PipelineDriver route(int level, Executor work) {
        return new PipelineDriver(store, clock, Duration.ofMinutes(1), compression(level), work);
    }

    private static Compression compression(int level) {
        return new Compression() {
            @Override
            public boolean isWorthwhile(StoredResponse response) {
                return response.body().length > 100;
            }

            @Override
            public int level() {
                return level;
            }

            @Override
            public List<ContentEncoder> otherEncoders() {
                return List.of(new ContentEncoder(Coding.BROTLI, body -> new byte[] {1}));
            }
        };
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(i * i).append(' ');
        }
        return text.toString();
    }
}
