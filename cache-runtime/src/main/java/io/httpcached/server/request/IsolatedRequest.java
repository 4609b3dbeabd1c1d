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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A request that shows of its header fields, cookies and query parameters only those that are in its key. */
public final class IsolatedRequest<B> extends RewrittenRequest<B> {

    public IsolatedRequest(HttpRequest<B> request, KeyInputs key) {
        super(
                request,
                uri(request.getUri(), key),
                headers(request.getHeaders(), key),
                cookies(request.getCookies(), key),
                parameters(request.getParameters(), key));
    }

    /** The key holds the language itself: whatever told it, one field tells it now. */
    private static HttpHeaders headers(HttpHeaders original, KeyInputs key) {
        MutableHttpHeaders shown = CopiedHeaders.of(original);
        Set.copyOf(shown.names()).stream().filter(name -> !key.hasField(name)).forEach(shown::remove);
        Locale locale = key.locale();
        if (locale != null && !key.hasField(HttpHeaders.ACCEPT_LANGUAGE)) {
            shown.add(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag());
        }
        return shown;
    }

    private static Cookies cookies(Cookies original, KeyInputs key) {
        SimpleCookies shown = new SimpleCookies(ConversionService.SHARED);
        original.getAll().stream()
                .filter(cookie -> key.hasCookie(cookie.getName()))
                .forEach(cookie -> shown.put(cookie.getName(), cookie));
        return shown;
    }

    private static HttpParameters parameters(HttpParameters original, KeyInputs key) {
        Map<CharSequence, List<String>> shown = new LinkedHashMap<>();
        original.names().stream().filter(key::hasParameter).forEach(name -> shown.put(name, original.getAll(name)));
        return new SimpleHttpParameters(shown, ConversionService.SHARED);
    }

    /** Without an authority, which a target in absolute form has (RFC 9112 §3.2.2) and only a key of the whole URI holds. */
    private static URI uri(URI original, KeyInputs key) {
        if (key.hasAllParameters()) {
            return original;
        }
        String query = original.getRawQuery();
        String shown = query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(parameter -> key.hasParameter(name(parameter)))
                        .collect(Collectors.joining("&"));
        return URI.create(original.getRawPath() + (shown.isEmpty() ? "" : "?" + shown));
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        return URLDecoder.decode(end < 0 ? parameter : parameter.substring(0, end), StandardCharsets.UTF_8);
    }
}
