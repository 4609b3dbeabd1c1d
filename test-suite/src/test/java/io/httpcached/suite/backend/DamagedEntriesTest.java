package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.engine.codec.EntryCodec;
import io.httpcached.engine.codec.JsonEntryCodec;
import io.httpcached.engine.codec.StoredEntry;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a damaged entry in Redis is a miss with every codec: its response is never served, and no request fails. */
class DamagedEntriesTest {

    private static final String PREFIX = "damaged:";
    private static final int CHECKSUM_LENGTH = 9;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", redis.port()));
    private final RedisCommands<byte[], byte[]> commands =
            client.connect(ByteArrayCodec.INSTANCE).sync();
    private @Nullable TestServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        client.shutdown();
        redis.close();
    }

    private TestServer start(String codec) {
        TestServer started = TestServer.start(
                "damaged-entries",
                "redis.uri",
                "redis://127.0.0.1:" + redis.port(),
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "10s",
                "http-cache.key-prefix",
                PREFIX,
                "http-cache.codec",
                codec);
        server = started;
        return started;
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "json", "gzip", "custom"})
    void everyDamageIsAMiss(String codec) {
        TestServer started = start(codec);
        byte[] key = store(started);
        byte[] whole = Objects.requireNonNull(commands.get(key));
        for (byte[] damaged : damages(whole)) {
            commands.set(key, damaged, SetArgs.Builder.keepttl());
            assertMiss(started, new String(damaged, UTF_8));
        }
        commands.set(key, whole, SetArgs.Builder.keepttl());
        assertThat(started.get("/damaged").isHit()).isTrue();
        assertThat(started.bean(Page.class).runs).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "json", "gzip", "custom"})
    void handlerResponseReplacesADamagedEntry(String codec) {
        TestServer started = start(codec);
        byte[] key = store(started);
        byte[] damaged = Objects.requireNonNull(commands.get(key));
        damaged[damaged.length / 2] ^= 1;
        commands.set(key, damaged, SetArgs.Builder.keepttl());
        WireResponse miss = started.get("/damaged");
        assertThat(miss.text()).isEqualTo("run 2");
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        WireResponse hit =
                Eventually.get(() -> started.get("/damaged", "Cache-Control: only-if-cached"), WireResponse::isHit);
        assertThat(hit.text()).isEqualTo("run 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "custom"})
    void entryThatCannotBeSentIsAMissAlthoughItsChecksumIsRight(String codec) {
        TestServer started = start(codec);
        byte[] key = store(started);
        String json = json(Objects.requireNonNull(commands.get(key)));
        List<UnaryOperator<String>> edits = List.of(
                text -> text.replace("\"status\":200", "\"status\":9999"),
                text -> text.replace("\"X-Name\"", "\"X Name\""),
                text -> text.replace("\"a value\"", "\"a\\r\\nSet-Cookie: session=1\""),
                text -> text.replaceFirst("\"freshSeconds\":\\d+", "\"freshSeconds\":-1"));
        for (UnaryOperator<String> edit : edits) {
            String edited = edit.apply(json);
            assertThat(edited).isNotEqualTo(json);
            commands.set(key, withChecksum(edited), SetArgs.Builder.keepttl());
            assertMiss(started, edited);
        }
        commands.set(key, withChecksum(json), SetArgs.Builder.keepttl());
        assertThat(started.get("/damaged").isHit()).isTrue();
    }

    @Test
    void changedBodyIsNotServedUnderTheOldEntityTag() {
        TestServer started = start("json");
        byte[] key = store(started);
        String json = json(Objects.requireNonNull(commands.get(key)));
        String edited = json.replace("run 1", "run 7");
        assertThat(edited).isNotEqualTo(json);
        byte[] whole = Objects.requireNonNull(commands.get(key));
        byte[] damaged =
                (edited + new String(whole, whole.length - CHECKSUM_LENGTH, CHECKSUM_LENGTH, UTF_8)).getBytes(UTF_8);
        commands.set(key, damaged, SetArgs.Builder.keepttl());
        assertMiss(started, edited);
    }

    /** A miss is 504 for a request that says only-if-cached, which leaves the entry as it is. */
    private static void assertMiss(TestServer server, String value) {
        assertThat(server.get("/damaged", "Cache-Control: only-if-cached").status())
                .as(value)
                .isEqualTo(504);
    }

    private byte[] store(TestServer server) {
        assertThat(server.get("/damaged").text()).isEqualTo("run 1");
        Eventually.get(() -> server.get("/damaged", "Cache-Control: only-if-cached"), WireResponse::isHit);
        List<byte[]> keys = commands.keys((PREFIX + "e:*").getBytes(UTF_8));
        assertThat(keys).hasSize(1);
        return keys.get(0);
    }

    /** Each twentieth byte with a bit turned, replaced or left out, and values of other lengths. */
    private static List<byte[]> damages(byte[] whole) {
        List<byte[]> damages = new ArrayList<>(List.of(
                new byte[0],
                new byte[] {'0'},
                "{}".getBytes(UTF_8),
                Arrays.copyOf(whole, whole.length + 1),
                Arrays.copyOf(whole, whole.length - 1)));
        for (int i = 0; i < whole.length; i += 20) {
            byte[] turned = whole.clone();
            turned[i] ^= (byte) (1 << (i % 8));
            byte[] lineFeed = whole.clone();
            lineFeed[i] = (byte) (whole[i] == '\n' ? ' ' : '\n');
            byte[] shorter = Arrays.copyOf(whole, whole.length - 1);
            System.arraycopy(whole, i + 1, shorter, i, shorter.length - i);
            damages.addAll(List.of(turned, lineFeed, shorter, Arrays.copyOf(whole, i)));
        }
        return damages;
    }

    private static String json(byte[] value) {
        return new String(value, 0, value.length - CHECKSUM_LENGTH, UTF_8);
    }

    private static byte[] withChecksum(String json) {
        CRC32C checksum = new CRC32C();
        checksum.update(json.getBytes(UTF_8));
        return (json + '\n' + HexFormat.of().toHexDigits((int) checksum.getValue())).getBytes(UTF_8);
    }

    @Controller("/damaged")
    @Requires(property = "scenario", value = "damaged-entries")
    static class Page {

        final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "10m")
        HttpResponse<String> show() {
            return HttpResponse.ok("run " + runs.incrementAndGet()).header("X-Name", "a value");
        }
    }

    /** A codec of the application, which checks nothing. */
    @Singleton
    @Named("custom")
    @Requires(property = "scenario", value = "damaged-entries")
    static final class CustomCodec implements EntryCodec {

        private final JsonEntryCodec json;

        CustomCodec(JsonMapper mapper) {
            json = new JsonEntryCodec(mapper);
        }

        @Override
        public byte[] encode(StoredEntry entry) {
            return json.encode(entry);
        }

        @Override
        public StoredEntry decode(ByteBuffer bytes) {
            StoredEntry entry = json.decode(bytes);
            if (entry == null) {
                throw new IllegalStateException("Only entries of this codec can be decoded");
            }
            return entry;
        }
    }
}
