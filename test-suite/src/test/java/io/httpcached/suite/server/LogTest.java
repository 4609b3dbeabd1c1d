package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.backend.LogCapture;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log lines at startup, and those about invalidations. */
class LogTest {

    private static final String NO_LIFETIME = "WARN These cached routes have no ttl";

    @Test
    void startupLogsTheNumberOfCachedRoutesAndTheStore() {
        assertThat(start()).containsOnlyOnce("INFO HttpCached: 5 cached routes, store memory (64 MB)");
        assertThat(start("http-cache.memory.maximum-size", "1500KB"))
                .contains("INFO HttpCached: 5 cached routes, store memory (1500 KB)");
        assertThat(start("http-cache.memory.maximum-size", "100"))
                .contains("INFO HttpCached: 5 cached routes, store memory (100 bytes)");
    }

    @Test
    void startupLogsWhatIsSwitchedOff() {
        assertThat(start("http-cache.enabled", "false"))
                .containsExactly("INFO HttpCached: no cached routes, because http-cache.enabled is false; requests and"
                        + " HttpCache invalidate in store memory (64 MB)");
        assertThat(start("http-cache.enabled", "off", "http-cache.invalidation.enabled", "off"))
                .containsExactly(
                        "INFO HttpCached: no cached routes and no invalidations, because http-cache.enabled and"
                                + " http-cache.invalidation.enabled are false");
    }

    @Test
    void aRouteWithoutALifetimeIsWarnedAboutByName() {
        assertThat(start())
                .filteredOn(line -> line.startsWith(NO_LIFETIME))
                .singleElement()
                .asString()
                .contains(Logged.class.getName() + ".careless, " + Logged.class.getName() + ".named.")
                .contains("@HttpCached(ttl", "named policy", "http-cache.default-ttl");
    }

    @Test
    void aLifetimeOfAPolicyOrForAllRoutesIsALifetime() {
        assertThat(start("http-cache.policies.idle.ttl", "1m"))
                .filteredOn(line -> line.startsWith(NO_LIFETIME))
                .singleElement()
                .asString()
                .contains(".careless.")
                .doesNotContain(".named");
        assertThat(start("http-cache.default-ttl", "1m")).noneMatch(line -> line.startsWith(NO_LIFETIME));
        assertThat(start("http-cache.heuristic-freshness", "true")).noneMatch(line -> line.startsWith(NO_LIFETIME));
    }

    @Test
    void anInvalidationIsLoggedWithItsRequest() {
        try (TestServer server = TestServer.start("log", "http-cache.policies.idle.ttl", "1m");
                LogCapture log = new LogCapture("io.httpcached", Level.DEBUG)) {
            server.send("PUT", "/logged/a%20b?secret=7");
            assertThat(log.lines())
                    .contains(
                            "DEBUG PUT /logged/a%20b removes entries tagged [path:/logged/a b, tag:logged:a b]",
                            "DEBUG PUT /logged/a%20b marks stale entries tagged [tag:list]");
        }
    }

    private static List<String> start(Object... settings) {
        Object[] all = new Object[settings.length + 2];
        all[0] = "http-cache.policies.idle.client-ttl";
        all[1] = "1m";
        System.arraycopy(settings, 0, all, 2, settings.length);
        try (LogCapture log = new LogCapture("io.httpcached", Level.INFO)) {
            TestServer.start("log", all).close();
            return log.lines();
        }
    }

    @Controller("/logged")
    @Requires(property = "scenario", value = "log")
    static class Logged {

        @Get("/{id}")
        @HttpCached(ttl = "1m", tags = "logged:{id}")
        String show(String id) {
            return id;
        }

        @Get("/all/careless")
        @HttpCached
        String careless() {
            return "careless";
        }

        @Get("/all/named")
        @HttpCached(policy = "idle")
        String named() {
            return "named";
        }

        @Get("/all/unfresh")
        @HttpCached(ttl = "0s")
        String unfresh() {
            return "unfresh";
        }

        @Get("/all/forwarded")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String forwarded(HttpRequest<?> request) {
            return request.getPath();
        }

        @Put("/{id}")
        @HttpCacheInvalidate(tags = "logged:{id}")
        @HttpCacheInvalidate(tags = "list", soft = true)
        String change(String id) {
            return id;
        }
    }
}
