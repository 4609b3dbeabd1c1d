package io.httpcached.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the keys of routes with the arguments that Micronaut binds. The routes of {@code soundness/EchoController} return
 * their arguments, so two requests with one key and different responses would mean a response for the wrong client.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KeySoundnessTest {

    /** A query parameter, a header line or a cookie of a request. */
    private record Item(String kind, String text) {}

    private record Answer(String key, String body) {}

    private static final List<Item> ITEMS = Stream.concat(
                    Stream.of("fooBar=1", "fooBar=01", "fooBar=", "fooBar=1,2", "fooBar=ASC", "foo-bar=1", "foo-bar=2")
                            .map(text -> new Item("query", text)),
                    Stream.of(
                            new Item("query", "name=ASC"),
                            new Item("query", "x-foo=1"),
                            new Item("query", "fooBar=1%20Mai%202020"),
                            new Item("query", "name=1"),
                            new Item("query", "fooBar[name]=1"),
                            new Item("query", "page=1"),
                            new Item("query", "sort=name,desc"),
                            new Item("header", "Accept-Language: de"),
                            new Item("header", "Accept-Language: de, en"),
                            new Item("header", "Accept-Language: en, de"),
                            new Item("header", "Accept-Charset: utf-16"),
                            new Item("header", "X-Attribute: 1"),
                            new Item("header", "X-Attribute: 2"),
                            new Item("header", "X-Hyphenated: 3"),
                            new Item("header", "X-Forwarded-Host: a.example"),
                            new Item("header", "X-Forwarded-Host: b.example"),
                            new Item("header", "fooBar: 1"),
                            new Item("header", "Foo-Bar: 1"),
                            new Item("header", "X-Foo: 1"),
                            new Item("header", "X-Foo: 2"),
                            new Item("header", "X-Foo: 1,2"),
                            new Item("cookie", "lang=fr"),
                            new Item("cookie", "fooBar=1"),
                            new Item("cookie", "foo-bar=1"),
                            new Item("cookie", "x-foo=1")))
            .toList();

    private static final String UPPER = "6F9619FF-8B86-D011-B42D-00CF4FC964FF";
    private static final String OTHER_MOMENT = "/typed-moment/2026-01-01T01:00%2B01:00";

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient client = HttpClient.newHttpClient();
    private Closeable server;
    private int port;

    @BeforeAll
    void start(@TempDir Path output) throws ReflectiveOperationException {
        Compilation compilation = Compilation.of(Golden.resource("soundness"), output);
        assertThat(compilation.diagnostics()).isEmpty();
        ClassLoader loader = compilation.applicationLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Object started =
                    loader.loadClass("soundness.EchoServer").getConstructor().newInstance();
            server = (Closeable) started;
            port = ((IntSupplier) started).getAsInt();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The loader stays open, because the threads of the server load classes until they end. */
    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    static Stream<List<String>> pathsOfARoute() {
        return Stream.of(
                List.of("/plain-text"),
                List.of("/plain-number"),
                List.of("/named"),
                List.of("/default-text"),
                List.of("/default-number"),
                List.of("/empty-default"),
                List.of("/empty-default-number"),
                List.of("/configured-default"),
                List.of("/optional"),
                List.of("/enum"),
                List.of("/list"),
                List.of("/set"),
                List.of("/array"),
                List.of("/csv"),
                List.of("/exploded"),
                List.of("/day"),
                List.of("/date"),
                List.of("/header"),
                List.of("/named-header"),
                List.of("/header-list"),
                List.of("/cookie"),
                List.of("/named-cookie"),
                List.of("/cookie-object"),
                List.of("/path/1", "/path/2", "/path/%31", "/path/1%2C2"),
                List.of("/path-wins/1", "/path-wins/2"),
                List.of("/optional-path", "/optional-path/1", "/optional-path/2"),
                List.of("/default-path", "/default-path/1", "/default-path/2"),
                List.of("/pattern/1-2", "/pattern/1-3", "/pattern/2-2"),
                List.of("/rest/1", "/rest/1/2", "/rest/1%2F2"),
                List.of("/either/1", "/or/1", "/or/2"),
                List.of("/configured/1", "/configured/2"),
                List.of("/record/1", "/record/2"),
                List.of("/setters"),
                List.of("/constructor"),
                List.of("/uri"),
                List.of("/map"),
                List.of("/plain-map"),
                List.of("/exploded-map"),
                List.of("/exploded-bean"),
                List.of("/exploded-plain-bean"),
                List.of("/exploded-array"),
                List.of("/bean"),
                List.of("/optional-bean"),
                List.of("/dated-bean"),
                List.of("/multi"),
                List.of("/deep"),
                List.of("/ssv"),
                List.of("/pipes"),
                List.of("/numeric-day"),
                List.of("/iso-day"),
                List.of("/days"),
                List.of("/dates"),
                List.of("/decimal"),
                List.of("/flag"),
                List.of("/default-enum"),
                List.of("/default-list"),
                List.of("/bytes"),
                List.of("/parameters"),
                List.of("/pageable"),
                List.of("/locale"),
                List.of("/optional-locale"),
                List.of("/bean-locale"),
                List.of("/suspend"),
                List.of("/headers"),
                List.of("/cookies"),
                List.of("/accepted-language"),
                List.of("/varying-language"),
                List.of("/host"),
                List.of("/request-attribute"),
                List.of("/extension/a", "/extension/a.1", "/extension/a.2"),
                List.of("/two", "/two/1", "/two/1/2", "/two/2/1"),
                List.of("/limited/1", "/limited/12", "/limited/2"),
                List.of("/optional-number", "/optional-number/1", "/optional-number/01", "/optional-number/2"),
                List.of("/hyphen/1", "/hyphen/2"),
                List.of("/fallback", "/fallback/1", "/fallback/2"),
                List.of("/deep-rest", "/deep-rest/1", "/deep-rest/1/2"),
                List.of("/typed-long/7", "/typed-long/007", "/typed-long/%2B7", "/typed-long/8"),
                List.of(
                        "/typed-uuid/" + UPPER,
                        "/typed-uuid/" + UPPER.toLowerCase(Locale.ROOT),
                        "/typed-uuid/1-2-3-4-5"),
                List.of("/typed-flag/true", "/typed-flag/YES", "/typed-flag/1", "/typed-flag/false", "/typed-flag/x"),
                List.of("/typed-decimal/1.0", "/typed-decimal/01.0", "/typed-decimal/1", "/typed-decimal/1e1"),
                List.of("/typed-double/1.0", "/typed-double/1", "/typed-double/0x1p1", "/typed-double/-0.0"),
                List.of("/typed-float/0.1", "/typed-float/0.10000000001", "/typed-float/0.2"),
                List.of("/typed-enum/ASC", "/typed-enum/asc", "/typed-enum/DESC"),
                List.of("/typed-moment/2026-01-01T00:00Z", "/typed-moment/2026-01-01T00:00:00.000Z", OTHER_MOMENT),
                List.of("/typed-duration/90s", "/typed-duration/PT1M30S", "/typed-duration/PT1M"));
    }

    @ParameterizedTest
    @MethodSource("pathsOfARoute")
    void requestsWithTheSameKeyHaveTheSameResponse(List<String> paths) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (String path : paths) {
            for (List<Item> items : upToTwo()) {
                HttpResponse<String> response = send(path, items);
                if (response.statusCode() != NOT_FOUND && isKeyed(response)) {
                    answers.add(answer(response));
                }
            }
        }
        Map<String, Set<String>> bodies =
                answers.stream().collect(groupingBy(Answer::key, mapping(Answer::body, toSet())));

        assertThat(bodies).as("the route sees a difference").hasSizeGreaterThan(1);
        assertThat(bodies.values()).allSatisfy(sameKey -> assertThat(sameKey).hasSize(1));
        assertThat(answers).as("the key holds less than the request").hasSizeGreaterThan(bodies.size());
    }

    @ParameterizedTest
    @CsvSource({
        "/default-text, /default-text?fooBar=1",
        "/default-number, /default-number?fooBar=1",
        "/default-number?fooBar=20, /default-number?fooBar=020",
        "/default-number?fooBar=20, /default-number?fooBar=%2B20",
        "/plain-number?fooBar=7, /plain-number?fooBar=007",
        "/default-path, /default-path/1",
        "/plain-text?fooBar=1, /plain-text?utm_source=mail&fooBar=1",
        "/record/1?fooBar=2&x-foo=3, /record/1?x-foo=3&fooBar=2",
        "/uri?fooBar=1&name=2, /uri?name=2&fooBar=1",
        "/decimal, /decimal?fooBar=1",
        "/flag, /flag?fooBar=true",
        "/default-enum, /default-enum?fooBar=DESC",
        "/default-list, /default-list?fooBar=1",
        "/optional-number, /optional-number/1",
        "/enum?fooBar=ASC, /enum?utm_source=mail&fooBar=ASC",
        "/iso-day?fooBar=2020-05-01, /iso-day?fooBar=2020-05-01&utm_source=mail",
        "/suspend?fooBar=1, /suspend?utm_source=mail&fooBar=1",
        "/locale?utm_source=mail, /locale",
        "/header?utm_source=mail, /header",
        "/path/1?utm_source=mail, /path/%31",
        "/bean?fooBar=1&name=a, /bean?name=a&fooBar=1",
        "/exploded-map?fooBar=1&name=a, /exploded-map?name=a&fooBar=1",
        "/parameters?a=1&b=2&a=3, /parameters?b=2&a=1&a=3",
        "/pageable?page=1&size=5, /pageable?size=5&page=1",
    })
    void equivalentRequestsHaveTheSameKey(String one, String other) throws Exception {
        assertThat(answer(send(one, List.of()))).isEqualTo(answer(send(other, List.of())));
    }

    private static List<List<Item>> upToTwo() {
        List<List<Item>> combinations = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < ITEMS.size(); i++) {
            Item first = ITEMS.get(i);
            combinations.add(List.of(first));
            ITEMS.subList(i, ITEMS.size()).forEach(second -> combinations.add(List.of(first, second)));
        }
        return combinations;
    }

    private HttpResponse<String> send(String path, List<Item> items) throws IOException, InterruptedException {
        String query = String.join("&", texts(items, "query"));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/echo" + path + (query.isEmpty() ? "" : "?" + query)));
        for (String line : texts(items, "header")) {
            request.header(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).trim());
        }
        List<String> cookies = texts(items, "cookie");
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ", cookies));
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> texts(List<Item> items, String kind) {
        return items.stream()
                .filter(item -> item.kind().equals(kind))
                .map(Item::text)
                .toList();
    }

    /** A request with the empty key bypasses the cache. */
    private static boolean isKeyed(HttpResponse<String> response) {
        return !response.headers().firstValue("X-Key").orElseThrow().isEmpty();
    }

    private static Answer answer(HttpResponse<String> response) {
        String body = response.statusCode() == OK ? response.body() : "errors";
        return new Answer(response.headers().firstValue("X-Key").orElseThrow(), body);
    }
}
