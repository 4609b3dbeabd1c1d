package io.httpcached.server.interceptor;

import io.httpcached.annotation.KeyContribution;
import io.httpcached.core.Vary;
import io.micronaut.core.annotation.Internal;
import io.micronaut.http.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Receives the parts of a key, each with its kind and its name. Not thread-safe; one per request. */
@Internal
public final class KeyWriter {

    private final RouteInput input;
    private final RequestResolvers resolvers;
    private final KeyText text;
    private final IgnoredParameters ignored;
    private boolean complete = true;

    /**
     * Starts a key.
     *
     * @param input the values that the method can read
     * @param resolvers the resolvers of the host and the language
     * @param prefix the prefix that identifies the route
     * @param ignored the query parameters that a key of the whole query leaves out
     */
    public KeyWriter(RouteInput input, RequestResolvers resolvers, String prefix, IgnoredParameters ignored) {
        this.input = input;
        this.resolvers = resolvers;
        this.text = new KeyText(prefix);
        this.ignored = ignored;
    }

    /**
     * Adds a path variable.
     *
     * @param name its name in the URI template
     */
    public void path(String name) {
        text.part('p', name, input.path(name));
    }

    /**
     * Adds an optional path variable: its absence and its default result in the same key.
     *
     * @param name its name in the URI template
     * @param defaultValue the default
     */
    public void path(String name, String defaultValue) {
        String value = input.path(name);
        text.part('p', name, value == null ? defaultValue : value);
    }

    /**
     * Adds a path variable that is bound to a value: different spellings of a value result in the same key.
     *
     * @param name its name in the URI template
     * @param type the type of the value
     */
    public void path(String name, Class<?> type) {
        String value = input.path(name);
        text.part('p', name, value == null ? null : canonical(value, type));
    }

    /**
     * Adds an optional path variable that is bound to a value and has a default.
     *
     * @param name its name in the URI template
     * @param type the type of the value
     * @param defaultValue the default
     */
    public void path(String name, Class<?> type, String defaultValue) {
        String value = input.path(name);
        text.part('p', name, canonical(value == null ? defaultValue : value, type));
    }

    /**
     * Adds the whole path, undecoded. This is for a route with several URI templates, or with one that is known only at run
     * time: its variables do not identify the template that the request matched.
     */
    public void path() {
        text.part('p', "", input.target());
    }

    /**
     * Adds a query parameter with all its values in order: the server joins them when it binds a single text.
     *
     * @param name its name
     */
    public void query(String name) {
        text.parts('q', name, input.queryAll(name));
    }

    /**
     * Adds a query parameter with a default: its absence and its default result in the same key.
     *
     * @param name its name
     * @param defaultValue the default
     */
    public void query(String name, String defaultValue) {
        text.parts('q', name, orDefault(input.queryAll(name), defaultValue));
    }

    /**
     * Adds a query parameter that is bound to a value: different spellings of a value result in the same key.
     *
     * @param name its name
     * @param type the type of the value
     */
    public void query(String name, Class<?> type) {
        text.parts('q', name, canonical(input.queryAll(name), type));
    }

    /**
     * Adds a query parameter that is bound to a value and has a default.
     *
     * @param name its name
     * @param type the type of the value
     * @param defaultValue the default
     */
    public void query(String name, Class<?> type, String defaultValue) {
        text.parts('q', name, canonical(orDefault(input.queryAll(name), defaultValue), type));
    }

    /**
     * Adds all query parameters that are not ignored, decoded. The order of parameters with different names does not matter.
     */
    public void queryParameters() {
        List<String> names = input.parameterNames(ignored).sorted().toList();
        text.parts('n', "", names);
        names.forEach(this::query);
    }

    /**
     * Adds a request header field, line by line and unchanged: lines that are equivalent by RFC 9110 §5.3 and §12.5 may
     * still be bound to different arguments, and the server uses the first language of {@code Accept-Language} regardless of
     * the weights.
     *
     * @param name its name
     */
    public void header(String name) {
        text.parts('h', name, input.header(name));
    }

    /**
     * Adds a request header field that the annotation names, with the combined meaning of its lines: it selects the response
     * as if the response named it in {@code Vary} (RFC 9111 §4.1).
     *
     * @param name its name
     */
    public void vary(String name) {
        text.part('v', name, Vary.canonical(lowerCase(name), input.header(name)));
    }

    /**
     * Adds the value of a cookie.
     *
     * @param name its name
     */
    public void cookie(String name) {
        text.part('c', name, input.cookie(name));
    }

    /**
     * Adds the media type of the response. The choice is that of the server: the first preference of the client if the route
     * produces it, else the first type of the route.
     *
     * @param produced the media types that the route produces, in order; at least one
     */
    public void mediaType(String... produced) {
        String chosen = produced[0];
        for (MediaType preferred : input.accept()) {
            for (String candidate : produced) {
                if (candidate.equalsIgnoreCase(preferred.getName())) {
                    chosen = candidate;
                }
            }
            break;
        }
        input.recordMediaType(chosen);
        text.part('m', "", chosen);
    }

    /** Adds the language that the application determines, from {@code Accept-Language}, a cookie or another source. */
    public void language() {
        Locale locale = resolvers.locale(input.request()).orElse(null);
        input.recordLocale(locale);
        // All parts that distinguish two locales: a language tag omits parts that are not well-formed.
        text.parts(
                'l',
                "",
                locale == null
                        ? List.of()
                        : List.of(
                                locale.toLanguageTag(),
                                locale.getLanguage(),
                                locale.getScript(),
                                locale.getCountry(),
                                locale.getVariant()));
    }

    /**
     * Checks that the request has no attribute that the server would bind to an argument when the query has no value. The
     * value of such an attribute may be any object, so a request with one bypasses the cache.
     *
     * @param names the names of the attributes
     */
    public void noAttribute(String... names) {
        for (String name : names) {
            complete &= !input.hasAttribute(name);
        }
    }

    /**
     * Adds the scheme, host, path and whole query without ignored parameters, undecoded. The order of query parameters with different names does not
     * matter. The host is both that of the request and that which the application determines, since a handler may use either.
     */
    public void requestUri() {
        URI uri = input.request().getUri();
        // Hosts are case-insensitive (RFC 9110 §4.2.3). A target in absolute form has one as well, which a handler may
        // use.
        text.parts(
                'a', "", input.header("Host").stream().map(KeyWriter::lowerCase).toList());
        resolvedHost();
        text.part(
                'u',
                "",
                uri.getRawAuthority() == null ? null : lowerCase(uri.getScheme() + "://" + uri.getRawAuthority()));
        text.part('s', "", input.request().isSecure() ? "https" : "http");
        String path = input.request().getPath();
        text.part('p', "", path);
        // The URI of a target in absolute form is decoded, and so is the path of a request that a filter changed.
        if (!path.equals(uri.getRawPath())) {
            text.part('d', "", uri.getRawPath());
        }
        if (uri.getRawFragment() != null) {
            text.part('f', "", uri.getRawFragment());
        }
        String query = input.rawQuery(ignored, resolvers.maximumParameters());
        text.parts('q', "", RawQuery.parameters(query, resolvers.maximumParameters()));
        if (query != null && query.indexOf('%') >= 0) {
            // The server decodes the query with the charset of the client, so the same query can have several meanings.
            text.part('e', "", input.request().getCharacterEncoding().name());
        }
    }

    /** Adds the body of the request, with the fields that say how its bytes are to be read. */
    public void body() {
        body(false);
    }

    /** Adds the body of the request, in normal form if it is JSON, with the fields that say how its bytes are to be read. */
    public void jsonBody() {
        body(true);
    }

    private void body(boolean json) {
        List<String> types = input.header("Content-Type");
        RequestBody body = input.body();
        String digest = body == null ? null : body.digest(json, types);
        complete &= digest != null;
        text.part('b', "", digest);
        header("Content-Type");
        header("Content-Encoding");
    }

    /**
     * Adds the user of a per-user entry.
     *
     * @param name the name of the principal
     */
    public void user(String name) {
        text.part('u', "", name);
    }

    /**
     * Adds the contribution of a key contributor. The names for {@code Vary} are part of the key, because the stored response
     * has them.
     *
     * @param name the name of the contributor
     * @param contribution its contribution
     */
    public void contribution(String name, KeyContribution contribution) {
        text.part('k', name, contribution.text());
        if (!contribution.varyNames().isEmpty()) {
            text.parts('w', name, contribution.varyNames());
        }
    }

    /** The handler may not use the resolver, so a request for which it fails bypasses the cache instead of failing. */
    private void resolvedHost() {
        try {
            text.part('r', "", lowerCase(resolvers.host(input.request())));
        } catch (RuntimeException unreadable) {
            complete = false;
        }
    }

    /** {@return whether requests that the method can distinguish never share the key} */
    public boolean isComplete() {
        return complete;
    }

    /** {@return whether no part was added to the prefix} */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** {@return the key of all parts added so far} */
    public String key() {
        return text.toString();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<String> orDefault(List<String> values, String defaultValue) {
        return values.isEmpty() ? List.of(defaultValue) : values;
    }

    private List<String> canonical(List<String> values, Class<?> type) {
        return values.size() == 1 ? List.of(canonical(values.get(0), type)) : values;
    }

    /** A text that is not a constant of an enum may still be bound to one, by a query parameter with the name of its property. */
    private String canonical(String value, Class<?> type) {
        String known = ValueText.inKey(value, type, resolvers.conversions());
        complete &= known != null || !type.isEnum();
        return known == null ? value : known;
    }
}
