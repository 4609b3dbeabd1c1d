package io.httpcached.server.interceptor;

import io.httpcached.core.Vary;
import io.micronaut.core.annotation.Internal;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Receives the parts of a key, each by its kind and its name. Not thread-safe; one a request. */
@Internal
public final class KeyWriter {

    private final RouteInput input;
    private final RequestResolvers resolvers;
    private final KeyText text;
    private boolean complete = true;

    /**
     * Starts a key.
     *
     * @param input what the method can see of the request
     * @param resolvers tell host and language of the request
     * @param prefix what identifies the route
     */
    public KeyWriter(RouteInput input, RequestResolvers resolvers, String prefix) {
        this.input = input;
        this.resolvers = resolvers;
        this.text = new KeyText(prefix);
    }

    /**
     * A path variable.
     *
     * @param name its name in the URI template
     */
    public void path(String name) {
        text.part('p', name, input.path(name));
    }

    /**
     * A path variable that a path may leave out: doing so is the same as writing the default.
     *
     * @param name its name in the URI template
     * @param defaultValue the default
     */
    public void path(String name, String defaultValue) {
        String value = input.path(name);
        text.part('p', name, value == null ? defaultValue : value);
    }

    /**
     * The path as a whole, undecoded. For a route with several URI templates, or one that is known only at run time:
     * their variables do not say which template the request matched.
     */
    public void path() {
        text.part('p', "", input.request().getUri().getRawPath());
    }

    /**
     * A query parameter. All its values count, in order: the server joins them when it binds a single text.
     *
     * @param name its name
     */
    public void query(String name) {
        text.parts('q', name, input.queryAll(name));
    }

    /**
     * A query parameter that has a default: leaving it out is the same as writing the default.
     *
     * @param name its name
     * @param defaultValue the default
     */
    public void query(String name, String defaultValue) {
        text.parts('q', name, orDefault(input.queryAll(name), defaultValue));
    }

    /**
     * A query parameter that is bound to a whole number: {@code 020} is the same as {@code 20}.
     *
     * @param name its name
     */
    public void queryInteger(String name) {
        text.parts('q', name, canonical(input.queryAll(name)));
    }

    /**
     * A query parameter that is bound to a whole number and has a default.
     *
     * @param name its name
     * @param defaultValue the default
     */
    public void queryInteger(String name, String defaultValue) {
        text.parts('q', name, canonical(orDefault(input.queryAll(name), defaultValue)));
    }

    /** All parameters of the query, decoded; differently named ones in any order. */
    public void queryParameters() {
        ConvertibleMultiValues<String> parameters = input.parameters();
        List<String> names = parameters.names().stream().sorted().toList();
        text.parts('n', "", names);
        names.forEach(this::query);
    }

    /**
     * A request header field, line by line as it came: lines that mean the same by RFC 9110 §5.3 and §12.5 may still be
     * different arguments, and the server goes by the first language of {@code Accept-Language} whatever the weights are.
     *
     * @param name its name
     */
    public void header(String name) {
        text.parts('h', name, input.header(name));
    }

    /**
     * A request header field that the annotation names, by what its lines mean together: it selects the response as if the
     * response had named it in {@code Vary} (RFC 9111 §4.1).
     *
     * @param name its name
     */
    public void vary(String name) {
        text.part('v', name, Vary.canonical(lowerCase(name), input.header(name)));
    }

    /**
     * The value of a cookie.
     *
     * @param name its name
     */
    public void cookie(String name) {
        text.part('c', name, input.cookie(name));
    }

    /**
     * The media type that the server will answer with, of those that the route produces. This follows the server's own
     * choice: the client's first preference if the route produces it, else the route's first type.
     *
     * @param produced what the route produces, in order; at least one
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
        text.part('m', "", chosen);
    }

    /** The language of the request as the application tells it, be it by {@code Accept-Language}, a cookie or else. */
    public void language() {
        Locale locale = resolvers.locale(input.request()).orElse(null);
        input.note(locale);
        // All that tells two of them apart: a tag leaves out what is not well-formed.
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
     * Attributes of the request that the server makes an argument of when the query has no value. What a filter has left
     * there need not be a text, so such a request goes past the cache.
     *
     * @param names the names it looks under
     */
    public void noAttribute(String... names) {
        for (String name : names) {
            complete &= !input.request().getAttributes().contains(name);
        }
    }

    /**
     * The scheme, host, path and whole query, undecoded; differently named query parameters in any order. The host is
     * both what the request says and what the application makes of it, since a handler may go by either.
     */
    public void requestUri() {
        URI uri = input.request().getUri();
        // Hosts have no case (RFC 9110 §4.2.3). A target in absolute form names one as well, by which a handler may go.
        text.parts(
                'a', "", input.header("Host").stream().map(KeyWriter::lowerCase).toList());
        resolvedHost();
        text.part('u', "", uri.getRawAuthority() == null ? null : lowerCase(uri.getRawAuthority()));
        text.part('s', "", input.request().isSecure() ? "https" : "http");
        text.part('p', "", input.request().getPath());
        String query = input.rawQuery();
        text.parts('q', "", RawQuery.parameters(query));
        if (query != null && query.indexOf('%') >= 0) {
            // The server decodes it in a charset that the client names, so the same query can be read in several ways.
            text.part('e', "", input.request().getCharacterEncoding().name());
        }
    }

    /**
     * The user whose entry this is.
     *
     * @param name the name of the principal
     */
    public void user(String name) {
        text.part('u', "", name);
    }

    /** A handler may never ask the resolver, so a request on which that fails is none the worse for it. */
    private void resolvedHost() {
        try {
            text.part('r', "", lowerCase(resolvers.host(input.request())));
        } catch (RuntimeException unreadable) {
            complete = false;
        }
    }

    /** {@return whether the key tells the request from every other that the method can tell from it} */
    public boolean isComplete() {
        return complete;
    }

    /** {@return whether there is nothing behind the prefix} */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** {@return the key of all parts written so far} */
    public String key() {
        return text.toString();
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static List<String> orDefault(List<String> values, String defaultValue) {
        return values.isEmpty() ? List.of(defaultValue) : values;
    }

    private static List<String> canonical(List<String> values) {
        return values.size() == 1 ? List.of(WholeNumber.canonical(values.get(0))) : values;
    }
}
