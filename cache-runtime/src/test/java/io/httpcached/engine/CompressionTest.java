package io.httpcached.engine;

import static io.httpcached.engine.PipelineDriver.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.MutableClock;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.memory.MemoryEntryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class CompressionTest {

    /** Text whose compressed size depends on the level. */
    private static final String BODY = "one two three four five one three two five four ".repeat(50) + text();

    private final MutableClock clock = new MutableClock();

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
    void theLevelDecidesAboutTheSize() {
        byte[] best = stored(route(Deflater.BEST_COMPRESSION)).compressedBody();
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
        Compression longBodies = new Compression() {
            @Override
            public boolean isWorthwhile(StoredResponse response) {
                return response.body().length > 100;
            }

            @Override
            public int level() {
                return level;
            }
        };
        return new PipelineDriver(new MemoryEntryStore(1_000_000, clock), clock, Duration.ofMinutes(1), longBodies);
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append(i * i).append(' ');
        }
        return text.toString();
    }
}
