package io.httpcached.suite.server;

import io.httpcached.core.HttpDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A browser with a private cache by the rules of RFC 9111, of which it uses every permission: it answers a request itself
 * whenever the stored response permits that. It keeps one response per URI. Its user logs in by a request header, which is not
 * part of the key, as the cookie of a session is not.
 */
final class BrowserCache {

    private static final Pattern SECONDS = Pattern.compile("(?:^|[ ,])max-age=(\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<URI, Stored> responses = new HashMap<>();
    private final URI origin;
    private final Clock clock;
    private @Nullable String user;

    /** The source of a page. */
    enum Source {
        BROWSER,
        REVALIDATED,
        SERVER
    }

    /**
     * A page as the user sees it.
     *
     * @param text the body
     * @param source the source of the body
     */
    record Page(String text, Source source) {}

    private record Stored(
            int status, Map<String, String> fields, String text, Map<String, String> selectedBy, Instant received) {

        /** §5.2.2: the directives of the response. */
        boolean says(String directive) {
            return Arrays.asList(control().split("\\s*,\\s*")).contains(directive);
        }

        private String control() {
            return fields.getOrDefault("cache-control", "").toLowerCase(Locale.ROOT);
        }

        /** §4.2: the explicit lifetime, or a tenth of the time since the last modification. */
        boolean isFresh(Instant now) {
            Matcher maxAge = SECONDS.matcher(control());
            if (maxAge.find()) {
                return age(now).toSeconds() < Long.parseLong(maxAge.group(1));
            }
            Instant date = date("date", received);
            Instant expires = date("expires", null);
            Instant modified = date("last-modified", null);
            Duration lifetime = expires != null
                    ? Duration.between(date, expires)
                    : modified == null
                            ? Duration.ZERO
                            : Duration.between(modified, date).dividedBy(10);
            return age(now).compareTo(lifetime) < 0;
        }

        /** §4.2.3. */
        private Duration age(Instant now) {
            return Duration.between(received, now).plusSeconds(Long.parseLong(fields.getOrDefault("age", "0")));
        }

        private @Nullable Instant date(String name, @Nullable Instant otherwise) {
            Instant date = HttpDate.parse(fields.get(name), received.toEpochMilli());
            return date == null ? otherwise : date;
        }
    }

    BrowserCache(TestServer server) {
        this.origin = URI.create("http://localhost:" + server.port());
        this.clock = server.bean(TestClock.class);
    }

    /** Logs the current user out and another one in. The cache stays as it is. */
    BrowserCache logIn(String name) {
        user = name;
        return this;
    }

    Page get(String target) {
        URI uri = origin.resolve(target);
        Stored stored = responses.get(uri);
        boolean selected = stored != null && stored.selectedBy.equals(selectingFields(stored.fields));
        if (stored == null || !selected) {
            return keep(uri, send("GET", uri, null));
        }
        if (stored.isFresh(clock.instant()) && !stored.says("no-cache")) {
            return new Page(stored.text, Source.BROWSER);
        }
        HttpResponse<String> response = send("GET", uri, stored.fields.get("etag"));
        return response.statusCode() == 304 ? freshen(uri, stored, response) : keep(uri, response);
    }

    /** §4.4: a successful unsafe request invalidates the response of its own URI, and of no other. */
    int change(String method, String target) {
        URI uri = origin.resolve(target);
        int status = send(method, uri, null).statusCode();
        if (status < 400) {
            responses.remove(uri);
        }
        return status;
    }

    /** §3. */
    private Page keep(URI uri, HttpResponse<String> response) {
        Map<String, String> fields = fields(response.headers());
        Stored stored =
                new Stored(response.statusCode(), fields, response.body(), selectingFields(fields), clock.instant());
        if (stored.says("no-store") || "*".equals(fields.get("vary"))) {
            responses.remove(uri);
        } else {
            responses.put(uri, stored);
        }
        return new Page(response.body(), Source.SERVER);
    }

    /** §4.3.4. */
    private Page freshen(URI uri, Stored stored, HttpResponse<String> notModified) {
        Map<String, String> fields = new TreeMap<>(stored.fields);
        fields.remove("age");
        fields.putAll(fields(notModified.headers()));
        responses.put(uri, new Stored(stored.status, fields, stored.text, stored.selectedBy, clock.instant()));
        return new Page(stored.text, Source.REVALIDATED);
    }

    private HttpResponse<String> send(String method, URI uri, @Nullable String entityTag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).method(method, BodyPublishers.noBody());
        if (user != null) {
            request.setHeader("X-User", user);
        }
        if (entityTag != null) {
            request.setHeader("If-None-Match", entityTag);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** §4.1: the request fields that {@code Vary} names. This browser sends one field that a response can vary on. */
    private Map<String, String> selectingFields(Map<String, String> response) {
        List<String> names = Arrays.asList(
                response.getOrDefault("vary", "").toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
        return user != null && names.contains("x-user") ? Map.of("x-user", user) : Map.of();
    }

    private static Map<String, String> fields(HttpHeaders headers) {
        Map<String, String> fields = new TreeMap<>();
        headers.map().forEach((name, values) -> fields.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return fields;
    }
}
