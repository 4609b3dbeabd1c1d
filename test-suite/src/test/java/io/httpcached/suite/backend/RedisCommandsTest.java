package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that Redis receives the commands in the table of {@code docs/performance.md}, with default settings. */
class RedisCommandsTest {

    private static final Path PAGE = Path.of("..", "docs", "performance.md");
    private static final String HEADING = "## Commands of a request on Redis\n";
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ((?:none|`)[^|]*) \\| \\d \\| [^|]+ \\|$");
    private static final Pattern COMMAND = Pattern.compile("`([A-Z]+)[^`]*`");

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final TestServer server = TestServer.start(
            "redis-commands",
            "redis.uri",
            "redis://127.0.0.1:" + redis.port(),
            "http-cache.backend",
            "redis",
            "http-cache.backend-timeout",
            "10s");
    private final Map<String, List<String>> received = new LinkedHashMap<>();

    @AfterEach
    void stop() {
        server.close();
        redis.close();
    }

    @Test
    void redisReceivesTheDocumentedCommands() throws IOException {
        // Creates the position of the log, and the versions of the tags of all entries and of each route.
        awaitHit("/counted/0");
        awaitHit("/counted/0/validated");
        server.get("/counted/0/unstored");

        receive("miss, stored", "fwd=miss; stored", () -> server.get("/counted/1"));
        receive("hit", "hit;", () -> server.get("/counted/1"));
        String etag = server.get("/counted/1").header("ETag");
        receive("304 for a client", "hit;", () -> server.get("/counted/1", "If-None-Match: " + etag));
        receive("miss, not stored", "fwd=miss", () -> server.get("/counted/1/unstored"));
        receive("not cached", "", () -> server.get("/counted/1/uncached"));
        receive("unsafe, cached path", "", () -> server.send("POST", "/counted/1"));
        receive("miss after an invalidation", "fwd=miss; stored", () -> server.get("/counted/1"));
        receive("unsafe, with a tag", "", () -> server.send("POST", "/uncounted/1/tagged"));
        receive("unsafe, nothing to invalidate", "", () -> server.send("POST", "/uncounted/1"));

        awaitHit("/counted/1");
        awaitHit("/counted/1/validated");
        server.advance(Duration.ofMinutes(15));
        awaitHit("/counted/0");
        awaitHit("/counted/0/validated");
        receive("revalidation, 200", "fwd=stale; fwd-status=200; stored", () -> server.get("/counted/1"));
        receive("revalidation, 304", "fwd=stale; fwd-status=304; stored", () -> server.get("/counted/1/validated"));

        assertThat(received).isEqualTo(documented());
    }

    /** A request that is a hit follows, because Redis answers it after all earlier commands of the connection. */
    private void receive(String kind, String cacheStatus, Supplier<WireResponse> request) {
        List<String> commands = RedisServers.commandsDuring(redis.server(), () -> {
            WireResponse response = request.get();
            assertThat(response.status()).isIn(200, 304);
            if (!cacheStatus.isEmpty()) {
                assertThat(response.cacheStatus()).startsWith(cacheStatus);
            }
            assertThat(server.get("/counted/0").isHit()).isTrue();
        });
        assertThat(commands).contains("mget");
        commands.remove("mget");
        received.put(kind, commands.stream().sorted().toList());
    }

    private void awaitHit(String target) {
        Eventually.get(() -> server.get(target), WireResponse::isHit);
    }

    private static Map<String, List<String>> documented() throws IOException {
        String page = Files.readString(PAGE);
        int start = page.indexOf(HEADING) + HEADING.length();
        assertThat(start).isGreaterThan(HEADING.length());
        String section = page.substring(start, page.indexOf("\n## ", start));
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(section).results().toList()) {
            rows.put(row.group(1), commands(row.group(2)));
        }
        return rows;
    }

    private static List<String> commands(String cell) {
        List<String> commands = new ArrayList<>();
        COMMAND.matcher(cell)
                .results()
                .forEach(name -> commands.add(name.group(1).toLowerCase(Locale.ROOT)));
        return commands.stream().sorted().toList();
    }

    @Controller("/counted/{n}")
    @Requires(property = "scenario", value = "redis-commands")
    static class Counted {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "10m", tags = "counted:{n}")
        String show(int n) {
            return "page " + n + ", run " + runs.incrementAndGet();
        }

        @Get("/validated")
        @HttpCached(ttl = "10m", tags = "counted:{n}", keySource = KeySource.REQUEST_URI)
        HttpResponse<String> validated(int n, HttpRequest<?> request) {
            return request.getHeaders().contains("If-None-Match")
                    ? HttpResponse.notModified()
                    : HttpResponse.ok("page " + n).header("ETag", "\"1\"");
        }

        @Get("/unstored")
        @HttpCached(ttl = "10m")
        HttpResponse<String> unstored(int n) {
            return HttpResponse.ok("page " + n).header("Cache-Control", "no-store");
        }

        @Get("/uncached")
        String uncached(int n) {
            return "page " + n;
        }

        @Post
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(int n) {
            return "changed " + n;
        }
    }

    @Controller("/uncounted/{n}")
    @Requires(property = "scenario", value = "redis-commands")
    static class Uncounted {

        @Post
        String change(int n) {
            return "changed " + n;
        }

        @Post("/tagged")
        @HttpCacheInvalidate(tags = "counted:{n}")
        String changeTagged(int n) {
            return "changed " + n;
        }
    }
}
