package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.Program;
import io.httpcached.suite.backend.ServerProcess;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.wire.WireClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests a node with near copies whose process is suspended while another node changes data. */
class NearSuspendedNodeTest {

    private static final Duration LAG = Duration.ofMillis(500);
    private static final int ROUNDS = 10;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int version;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void usesNoCopyFromBeforeItWasSuspended(boolean strict) {
        VersionFile file = new VersionFile(folder.resolve("version"));
        file.write(version);
        Program program = ThingsApplication.program(file.path(), Duration.ofMillis(1), properties(strict));
        CompletableFuture<ServerProcess> second = CompletableFuture.supplyAsync(() -> ServerProcess.start(program));
        try (ServerProcess one = ServerProcess.start(program);
                ServerProcess other = second.join()) {
            WireClient writer = new WireClient(one.port());
            WireClient reader = new WireClient(other.port());
            for (int round = 0; round < ROUNDS; round++) {
                Eventually.get(() -> reader.get("/things/one").cacheStatus(), status -> status.endsWith("detail=near"));
                other.halt();
                change(writer);
                long changed = System.nanoTime();
                // Without strict mode, the node may use its copies for this long.
                while (!strict && System.nanoTime() - changed <= LAG.toNanos()) {
                    assertThat(writer.get("/things/one").text()).isEqualTo(Integer.toString(version));
                }
                other.proceed();
                assertThat(reader.get("/things/one").text()).isEqualTo(Integer.toString(version));
            }
        }
    }

    private void change(WireClient writer) {
        version++;
        assertThat(writer.send("POST", "/things/versions/" + version).status()).isEqualTo(200);
    }

    private static Map<String, Object> properties(boolean strict) {
        Map<String, Object> properties = new HashMap<>(SharedBackend.REDIS.properties(SharedBackend.REDIS.server()));
        properties.put("http-cache.backend", "redis");
        properties.put("http-cache.key-prefix", UUID.randomUUID() + ":");
        properties.put("http-cache.near.enabled", true);
        properties.put("http-cache.near.strict", strict);
        properties.put("http-cache.near.maximum-lag", LAG.toMillis() + "ms");
        return properties;
    }
}
