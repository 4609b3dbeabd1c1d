package io.httpcached.server.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpHostResolver;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RequestUriKeyTest {

    private static final int MAXIMUM = 1024;
    private static final IgnoredParameters IGNORED = new IgnoredParameters(List.of("u_*", "f"), Set.of());

    @Test
    void aRequestUriKeyIgnoresTheOrderOfParametersButNotOfValues() {
        assertThat(uriKey("a=1&b=2")).isEqualTo(uriKey("b=2&a=1"));
        assertThat(uriKey("a=1&a=2")).isNotEqualTo(uriKey("a=2&a=1"));
        assertThat(uriKey("a=1")).isNotEqualTo(uriKey("a=1&b="));
    }

    @Test
    void aRequestUriKeyHasTheHostInAnyCase() {
        assertThat(hostKey("http://localhost/x", "A.Example")).isEqualTo(hostKey("http://localhost/x", "a.example"));
        assertThat(hostKey("http://localhost/x", "a.example")).isNotEqualTo(hostKey("http://localhost/x", "b.example"));
    }

    /** A proxy in front may tell another host than the request does, and links are made with that. */
    @Test
    void aRequestUriKeyHasTheHostThatTheApplicationResolves() {
        assertThat(resolvedKey("https://shop.example")).isEqualTo(resolvedKey("https://SHOP.example"));
        assertThat(resolvedKey("https://shop.example")).isNotEqualTo(resolvedKey("http://shop.example"));
        assertThat(resolvedKey("https://shop.example")).isNotEqualTo(resolvedKey("https://evil.example"));
    }

    /** Else a client could have what it names by one of them served to those who name it by the other. */
    @Test
    void aRequestUriKeyHasTheHostOfTheRequestWhateverTheApplicationResolves() {
        HttpHostResolver one = request -> "https://shop.example";
        assertThat(write(Inputs.of(HttpRequest.GET("/x").header("Host", "a.example")), Inputs.atHost(one))
                        .key())
                .isNotEqualTo(write(Inputs.of(HttpRequest.GET("/x").header("Host", "b.example")), Inputs.atHost(one))
                        .key());
    }

    @Test
    void aHostThatTheApplicationCannotResolveMakesTheKeyIncomplete() {
        HttpHostResolver failing = request -> {
            throw new NumberFormatException("a port");
        };
        assertThat(write(Inputs.of(HttpRequest.GET("/x")), Inputs.atHost(failing))
                        .isComplete())
                .isFalse();
        assertThat(write(Inputs.of(HttpRequest.GET("/x")), Inputs.RESOLVERS).isComplete())
                .isTrue();
    }

    /** No other host may flood the cache: only a route whose key is the URI asks for it. */
    @Test
    void aKeyOfTheSignatureNeverAsksForTheHost() {
        HttpHostResolver failing = request -> {
            throw new AssertionError("asked");
        };
        KeyWriter writer = new KeyWriter(
                Inputs.of(HttpRequest.GET("/x?a=1")), Inputs.atHost(failing), "route", IgnoredParameters.NONE);
        writer.path();
        writer.query("a");
        writer.queryParameters();
        writer.header("Host");
        writer.language();
        writer.noAttribute("a");
        assertThat(writer.isComplete()).isTrue();
    }

    /** Such a target names a host of its own, and a handler may go by either. */
    @Test
    void aRequestUriKeyHasTheHostOfATargetInAbsoluteForm() {
        assertThat(hostKey("http://A.example/x", "c.example")).isEqualTo(hostKey("http://a.example/x", "c.example"));
        assertThat(hostKey("http://a.example/x", "c.example")).isNotEqualTo(hostKey("http://b.example/x", "c.example"));
        assertThat(hostKey("http://a.example/x", "c.example")).isNotEqualTo(hostKey("/x", "c.example"));
    }

    /** Two queries in such a relation decode to the same parameters, but a handler may forward them undecoded. */
    @Test
    void aRequestUriKeyDecodesNothing() {
        assertThat(uriKey("a=%FF")).isNotEqualTo(uriKey("a=%FE"));
        assertThat(uriKey("a")).isNotEqualTo(uriKey("a="));
        assertThat(uriKey("a=1%26b=2")).isNotEqualTo(uriKey("a=1&b=2"));
        assertThat(uriKey("a=1;b=2")).isNotEqualTo(uriKey("a=1&b=2"));
    }

    @Test
    void aRequestUriKeyKeepsTheOrderOfParametersWhoseNamesMayBeEqual() {
        assertThat(uriKey("%61=1&a=2")).isNotEqualTo(uriKey("a=2&%61=1"));
        assertThat(uriKey("a+b=1&a%20b=2")).isNotEqualTo(uriKey("a%20b=2&a+b=1"));
        assertThat(uriKey("b=1;a=2&a=1")).isNotEqualTo(uriKey("a=1&b=1;a=2"));
    }

    /** The server ignores an equals sign before a name. */
    @Test
    void aRequestUriKeyKeepsTheOrderOfParametersWithoutAClearName() {
        assertThat(uriKey("=a&a=1")).isNotEqualTo(uriKey("a=1&=a"));
    }

    /** The server drops the last of too many parameters. */
    @Test
    void aRequestUriKeyKeepsTheOrderOfTooManyParameters() {
        String many = "&p=1".repeat(1022);
        assertThat(uriKey("a=1&b=2" + many)).isEqualTo(uriKey("b=2&a=1" + many));
        assertThat(uriKey("a=1&b=2&c=3" + many)).isNotEqualTo(uriKey("b=2&a=1&c=3" + many));
    }

    @Property
    void requestsWithOneUriKeyHaveTheParametersThatTheServerSees(
            @ForAll("rawQueries") String one, @ForAll("rawQueries") String other) {
        if (uriKey(one).equals(uriKey(other))) {
            assertThat(new QueryStringDecoder(one, false).parameters())
                    .isEqualTo(new QueryStringDecoder(other, false).parameters());
        }
    }

    @Property
    void requestsWithOneUriKeyDifferInIgnoredParametersOnly(
            @ForAll("rawQueriesWithNoise") String one, @ForAll("rawQueriesWithNoise") String other) {
        if (ignoringKey(one).equals(ignoringKey(other))) {
            assertThat(relevant(one, true)).isEqualTo(relevant(other, true));
            assertThat(relevant(one, false)).isEqualTo(relevant(other, false));
        }
    }

    /** The parameters that are not ignored, with or without the semicolon as a separator. */
    private static Map<String, List<String>> relevant(String query, boolean semicolonIsNormalChar) {
        QueryStringDecoder decoder =
                new QueryStringDecoder(query, StandardCharsets.UTF_8, false, MAXIMUM, semicolonIsNormalChar);
        Map<String, List<String>> parameters = new TreeMap<>(decoder.parameters());
        parameters.keySet().removeIf(IGNORED::contains);
        return parameters;
    }

    @Provide
    Arbitrary<String> rawQueriesWithNoise() {
        return Arbitraries.of("a", "=", "&", ";", "%61", "1", "u_", "u%5F", "f", "&u_1=2")
                .list()
                .ofMaxSize(7)
                .map(parts -> String.join("", parts));
    }

    @Test
    void ignoredParametersLeaveNoTrace() {
        assertThat(ignoringKey("u_a=%C3%A4&b=1&f&a=2")).isEqualTo(ignoringKey("a=2&b=1"));
        assertThat(ignoringKey("u_a=1")).isEqualTo(key(HttpRequest.GET("/path")));
        assertThat(ignoringKey("a=1&&u_a")).isEqualTo(uriKey("a=1&"));
    }

    /** Without the ignored parameters, the server would read others in their place. */
    @Test
    void tooManyParametersKeepTheIgnoredOnes() {
        String noise = "u_a=1&".repeat(MAXIMUM - 1);
        assertThat(ignoringKey(noise + "a=1")).isEqualTo(uriKey("a=1"));
        assertThat(ignoringKey(noise + "a=1&b=2")).isNotEqualTo(uriKey("a=1&b=2"));
        assertThat(ignoringKey(noise.replace('&', ';') + "f&a=1&b=2")).isNotEqualTo(uriKey("a=1&b=2"));
    }

    /** The same octets are other names in another charset. */
    @Test
    void namesAreDecodedWithTheCharsetOfTheRequest() {
        IgnoredParameters umlaut = new IgnoredParameters(List.of("\u00E4"), Set.of());
        HttpRequest<?> latin = HttpRequest.GET("/path?%E4=1").contentType("text/plain;charset=ISO-8859-1");
        HttpRequest<?> utf8 = HttpRequest.GET("/path?%E4=1");
        assertThat(write(Inputs.of(latin), Inputs.RESOLVERS, umlaut).key()).isEqualTo(key(HttpRequest.GET("/path")));
        assertThat(write(Inputs.of(utf8), Inputs.RESOLVERS, umlaut).key()).isEqualTo(key(utf8));
    }

    private static String ignoringKey(String query) {
        return write(Inputs.of(HttpRequest.GET("/path?" + query)), Inputs.RESOLVERS, IGNORED)
                .key();
    }

    @Provide
    Arbitrary<String> rawQueries() {
        return Arbitraries.of("a", "=", "&", ";", "%61", "1", "b")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Property
    void requestUriKeysAreEqualExactlyWhenEachNameHasEqualValuesInEqualOrder(
            @ForAll("queries") String one, @ForAll("queries") String other) {
        assertThat(uriKey(one).equals(uriKey(other)))
                .isEqualTo(sortedByName(one).equals(sortedByName(other)));
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of("a", "a=", "a=1", "a=2", "b=1", "")
                .list()
                .ofMaxSize(3)
                .map(parameters -> String.join("&", parameters));
    }

    private static Map<String, List<String>> sortedByName(String query) {
        Map<String, List<String>> byName = new TreeMap<>();
        for (String parameter : query.split("&", -1)) {
            byName.computeIfAbsent(parameter.split("=", 2)[0], name -> new ArrayList<>())
                    .add(parameter);
        }
        return byName;
    }

    private static String hostKey(String target, String host) {
        return key(HttpRequest.GET(target).header("Host", host));
    }

    private static String uriKey(String query) {
        return key(HttpRequest.GET("/path?" + query));
    }

    private static String key(HttpRequest<?> request) {
        return write(Inputs.of(request), Inputs.RESOLVERS).key();
    }

    private static String resolvedKey(String resolvedHost) {
        return write(
                        Inputs.of(HttpRequest.GET("/x").header("Host", "a.example")),
                        Inputs.atHost(request -> resolvedHost))
                .key();
    }

    private static KeyWriter write(RouteInput input, RequestResolvers resolvers) {
        return write(input, resolvers, IgnoredParameters.NONE);
    }

    private static KeyWriter write(RouteInput input, RequestResolvers resolvers, IgnoredParameters ignored) {
        KeyWriter writer = new KeyWriter(input, resolvers, "route", ignored);
        writer.requestUri();
        return writer;
    }
}
