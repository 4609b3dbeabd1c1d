package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Tests that the dashboard and the alert rules query meters and labels that the application publishes. */
class DashboardTest {

    private static final Path DOCS = Path.of("..", "docs", "monitoring");
    private static final Pattern SELECTOR = Pattern.compile("(http_cache_\\w+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHER = Pattern.compile("(\\w+)=~?\"([^\"]*)\"");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");

    /** Prometheus adds these to each series. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");

    /** The values of each label, by meter. */
    private final Map<String, Map<String, Set<String>>> published = new HashMap<>();

    DashboardTest() {
        try (TestServer memory = start(List.of("http-cache.memory.broadcast", "redis"))) {
            Eventually.get(() -> memory.get("/charted"), WireResponse::isHit);
            memory.get("/charted", "Cache-Control: no-store");
            memory.bean(Charted.class).failing.set(true);
            memory.advance(Duration.ofSeconds(61));
            memory.get("/charted");
            read(memory);
        }
        try (TestServer remote = start(List.of(
                "http-cache.backend",
                "redis",
                "http-cache.near.enabled",
                true,
                "http-cache.caches.charted.ttl",
                "1m"))) {
            read(remote);
        }
    }

    private static TestServer start(List<Object> settings) {
        List<Object> all = new ArrayList<>(settings);
        all.addAll(List.of(
                "micronaut.metrics.enabled", true,
                "micronaut.metrics.export.prometheus.enabled", true,
                "endpoints.prometheus.sensitive", false,
                "http-cache.key-prefix", "charted-" + UUID.randomUUID() + ':'));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> all.addAll(List.of(name, value)));
        return TestServer.start("charted", all.toArray());
    }

    private void read(TestServer server) {
        for (String line : server.get("/prometheus").text().lines().toList()) {
            Matcher series = SELECTOR.matcher(line);
            if (series.lookingAt()) {
                String name = series.group(1);
                Map<String, Set<String>> labels = published.computeIfAbsent(name, first -> new HashMap<>());
                MATCHER.matcher(line).results().forEach(label -> labels.computeIfAbsent(
                                label.group(1), first -> new HashSet<>())
                        .add(label.group(2)));
            }
        }
    }

    @Test
    void theDashboardQueriesWhatIsPublished() throws IOException {
        try (TestServer server = TestServer.start("none")) {
            Map<String, Object> dashboard = server.bean(JsonMapper.class)
                    .readValue(
                            Files.readAllBytes(DOCS.resolve("dashboard.json")),
                            Argument.mapOf(String.class, Object.class));
            List<Map<?, ?>> targets = new ArrayList<>();
            collect(dashboard, "expr", targets);
            assertThat(targets).hasSizeGreaterThan(20);
            targets.forEach(target -> {
                String query = String.valueOf(target.get("expr"));
                check(query);
                checkLabels(query, LEGEND, String.valueOf(target.get("legendFormat")));
            });
        }
    }

    @Test
    void theAlertsQueryWhatIsPublished() throws IOException {
        Object rules = new Yaml().load(Files.readString(DOCS.resolve("alerts.yml")));
        List<Map<?, ?>> alerts = new ArrayList<>();
        collect(rules, "expr", alerts);
        assertThat(alerts).hasSizeGreaterThan(5);
        alerts.forEach(alert -> {
            String query = String.valueOf(alert.get("expr"));
            check(query);
            checkLabels(query, LEGEND, String.valueOf(alert.get("annotations")));
        });
    }

    @Test
    void everyMeterIsOnTheDashboard() throws IOException {
        String dashboard =
                Files.readString(DOCS.resolve("dashboard.json")) + Files.readString(DOCS.resolve("alerts.yml"));
        assertThat(published.keySet())
                .filteredOn(name -> !name.endsWith("_max") && !dashboard.contains(name))
                .containsExactlyInAnyOrder("http_cache_entries", "http_cache_near_size_bytes");
    }

    private void check(String query) {
        List<MatchResult> selectors = SELECTOR.matcher(query).results().toList();
        assertThat(selectors).as(query).isNotEmpty();
        for (MatchResult selector : selectors) {
            Map<String, Set<String>> labels = published.get(selector.group(1));
            assertThat(labels).as("%s in %s", selector.group(1), query).isNotNull();
            if (selector.group(2) != null && labels != null) {
                MATCHER.matcher(selector.group(2)).results().forEach(matcher -> checkValue(query, labels, matcher));
            }
        }
        checkLabels(query, GROUPING, query);
    }

    private static void checkValue(String query, Map<String, Set<String>> labels, MatchResult matcher) {
        String label = matcher.group(1);
        if (OF_PROMETHEUS.contains(label)) {
            return;
        }
        assertThat(labels).as(query).containsKey(label);
        if (!matcher.group(2).startsWith("$")) {
            assertThat(labels.getOrDefault(label, Set.of()))
                    .as(query)
                    .contains(matcher.group(2).split("\\|"));
        }
    }

    /** Checks the labels that a pattern finds in a text against those of the first meter of the query. */
    private void checkLabels(String query, Pattern pattern, String text) {
        MatchResult first = SELECTOR.matcher(query).results().findFirst().orElseThrow();
        Set<String> known = new HashSet<>(OF_PROMETHEUS);
        known.addAll(published.getOrDefault(first.group(1), Map.of()).keySet());
        pattern.matcher(text).results().forEach(found -> assertThat(known)
                .as(query)
                .contains(found.group(1).split(", ")));
    }

    private static void collect(Object value, String key, List<Map<?, ?>> found) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey(key)) {
                found.add(map);
            }
            map.values().forEach(each -> collect(each, key, found));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> collect(each, key, found));
        }
    }

    @Controller("/charted")
    @Requires(property = "scenario", value = "charted")
    static class Charted {

        private final AtomicBoolean failing = new AtomicBoolean();

        @Get
        @HttpCached(ttl = "1m", staleIfError = "1h")
        String show() {
            if (failing.get()) {
                throw new IllegalStateException("The handler fails");
            }
            return "chart";
        }
    }
}
