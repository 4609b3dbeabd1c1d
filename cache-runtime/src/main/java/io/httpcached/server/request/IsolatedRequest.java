package io.httpcached.server.request;

import io.httpcached.server.interceptor.KeyInputs;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.micronaut.http.simple.cookies.SimpleCookies;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A request that has only those of the client's header fields, cookies and query parameters that are part of its key.
 *
 * @param <B> the type of the body
 */
public final class IsolatedRequest<B> extends RewrittenRequest<B> {

    /**
     * Creates a request that is limited to the inputs of a key.
     *
     * @param request the client's request
     * @param key the parts of the request that its key contains
     */
    public IsolatedRequest(HttpRequest<B> request, KeyInputs key) {
        super(
                request,
                uri(request, key),
                headers(request.getHeaders(), key),
                cookies(request.getCookies(), key),
                parameters(request.getParameters(), key));
    }

    /**
     * The key contains the language, not its source (a field, a cookie, a session), so one field carries it here. In the same way,
     * {@code Accept} carries the media type that the server selects by it.
     */
    private static MutableHttpHeaders headers(HttpHeaders original, KeyInputs key) {
        MutableHttpHeaders kept = copy(original);
        Set.copyOf(kept.names()).stream().filter(name -> !key.hasField(name)).forEach(kept::remove);
        String mediaType = key.mediaType();
        if (mediaType != null && !key.hasWholeField(HttpHeaders.ACCEPT)) {
            kept.set(HttpHeaders.ACCEPT, mediaType);
        }
        Locale locale = key.locale();
        if (locale != null && !key.hasField(HttpHeaders.ACCEPT_LANGUAGE)) {
            kept.add(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag());
        }
        return kept;
    }

    private static Cookies cookies(Cookies original, KeyInputs key) {
        SimpleCookies kept = new SimpleCookies(ConversionService.SHARED);
        original.getAll().stream()
                .filter(cookie -> key.hasCookie(cookie.getName()))
                .forEach(cookie -> kept.put(cookie.getName(), cookie));
        return kept;
    }

    private static HttpParameters parameters(HttpParameters original, KeyInputs key) {
        Map<CharSequence, List<String>> kept = new LinkedHashMap<>();
        original.names().stream().filter(key::hasParameter).forEach(name -> kept.put(name, original.getAll(name)));
        return new SimpleHttpParameters(kept, ConversionService.SHARED);
    }

    /**
     * Encodes the parameters again that the server has parsed, because any other parser would see some queries differently:
     * in {@code q=1;evil=x}, the server finds two parameters. Names are sorted, as the key sorts them. The authority of a
     * target in absolute form (RFC 9112 §3.2.2) is dropped: only a key of the whole URI contains it. Such a key keeps the query as
     * the client sent it, without ignored parameters.
     */
    private static URI uri(HttpRequest<?> request, KeyInputs key) {
        URI original = request.getUri();
        if (key.hasRequestUri()) {
            return withQuery(original, key.query());
        }
        HttpParameters parameters = request.getParameters();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        parameters.names().stream().filter(key::hasParameter).sorted().forEach(name -> parameters
                .getAll(name)
                .forEach(value -> query.add(encode(name) + '=' + encode(value))));
        return URI.create(original.getRawPath() + query);
    }

    private static URI withQuery(URI original, @Nullable String query) {
        if (Objects.equals(query, original.getRawQuery())) {
            return original;
        }
        String text = original.toString();
        String beforeQuery = text.substring(0, text.indexOf('?'));
        return URI.create(query == null ? beforeQuery : beforeQuery + '?' + query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
