package io.httpcached.server.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.server.interceptor.IgnoredParameters;
import io.httpcached.server.interceptor.KeyInputs;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteInput;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that the handler of an isolated request sees the parameters of the key, as the server parses them, and no others. */
class IsolatedRequestTest {

    private static final int MAXIMUM = 5;
    private static final Set<String> KEYED = Set.of("q", "\u00E4", "a&b", "");

    private static final RequestResolvers RESOLVERS = new RequestResolvers(
            request -> "", new NoLocale(), new HttpServerConfiguration(), ConversionService.SHARED);

    @Property(tries = 5_000)
    void parametersInTheUriAreThoseOfTheKeyWithTheValuesThatTheServerParsed(
            @ForAll("queries") String query, @ForAll boolean latin, @ForAll boolean semicolonsAreCharacters) {
        Charset charset = latin ? ISO_8859_1 : UTF_8;
        URI uri = URI.create("/path?" + query);
        Map<String, List<String>> parsed =
                new QueryStringDecoder(uri, charset, MAXIMUM, semicolonsAreCharacters).parameters();

        HttpRequest<?> isolated = isolate(new Received(uri, parsed));

        Map<String, List<String>> keyed = new LinkedHashMap<>(parsed);
        keyed.keySet().retainAll(KEYED);
        assertThat(new QueryStringDecoder(isolated.getUri(), UTF_8, MAXIMUM, semicolonsAreCharacters).parameters())
                .isEqualTo(keyed);
        assertThat(new QueryStringDecoder(isolated.getUri()).parameters()).isEqualTo(keyed);
        assertThat(isolated.getParameters().names()).isEqualTo(keyed.keySet());
        keyed.forEach((name, values) ->
                assertThat(isolated.getParameters().getAll(name)).isEqualTo(values));
        assertThat(isolated.getUri().getRawPath()).isEqualTo("/path");
    }

    /** The order of names is not in the key, so a handler must not see it either. */
    @Property
    void requestsWithOneKeyHaveOneUri(@ForAll("queries") String one, @ForAll("queries") String other) {
        Received first = Received.of(one);
        Received second = Received.of(other);
        if (key(first, new KeyInputs()).equals(key(second, new KeyInputs()))) {
            assertThat(isolate(first).getUri()).isEqualTo(isolate(second).getUri());
        }
    }

    @Provide
    Arbitrary<String> queries() {
        return Arbitraries.of(
                        "q", "evil", "=", "&", ";", "%3D", "%26", "%3B", "%E4", "%C3%A4", "+", "%20", "%2B", "\u00E4",
                        "a%26b", "1", "%25", "?", "/", "%00", "q=1", "&q=", ";q=")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("", parts));
    }

    private static HttpRequest<?> isolate(Received request) {
        KeyInputs inputs = new KeyInputs();
        key(request, inputs);
        return new IsolatedRequest<>(request, inputs);
    }

    private static String key(Received request, KeyInputs inputs) {
        KeyWriter writer =
                new KeyWriter(new RouteInput(request, Map.of(), inputs), RESOLVERS, "route", IgnoredParameters.NONE);
        KEYED.stream().sorted().forEach(writer::query);
        return writer.key();
    }

    /** A request whose parameters the server has parsed. */
    private static final class Received extends HttpRequestWrapper<Object> {

        private final URI uri;
        private final HttpParameters parameters;

        Received(URI uri, Map<String, List<String>> parameters) {
            super(new SimpleHttpRequest<>(HttpMethod.GET, "/path", null));
            this.uri = uri;
            this.parameters = new SimpleHttpParameters(new LinkedHashMap<>(parameters), ConversionService.SHARED);
        }

        static Received of(String query) {
            URI uri = URI.create("/path?" + query);
            return new Received(uri, new QueryStringDecoder(uri).parameters());
        }

        @Override
        public URI getUri() {
            return uri;
        }

        @Override
        public HttpParameters getParameters() {
            return parameters;
        }
    }

    private static final class NoLocale implements HttpLocaleResolver {

        @Override
        public Optional<Locale> resolve(HttpRequest<?> request) {
            return Optional.empty();
        }

        @Override
        public Locale resolveOrDefault(HttpRequest<?> request) {
            return Locale.ROOT;
        }
    }
}
