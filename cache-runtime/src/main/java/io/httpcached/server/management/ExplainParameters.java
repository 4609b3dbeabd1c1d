package io.httpcached.server.management;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the parameters of the view {@code explain} into the request that they describe. */
@Singleton
@Requires(classes = Endpoint.class)
final class ExplainParameters {

    private static final Set<String> KNOWN = Set.of("method", "uri", "header", "user", "attribute", "body");

    private static final String USAGE =
            "Write uri=/…, and optionally method=…, user=…, body=…, header=Name: value and attribute=name: value, all of"
                    + " them percent-encoded.";

    private final BeanProvider<EmbeddedServer> server;

    ExplainParameters(BeanProvider<EmbeddedServer> server) {
        this.server = server;
    }

    /**
     * Parses the parameters.
     *
     * @param asking the request to the endpoint
     * @return the request that its parameters describe
     */
    @SuppressWarnings("unchecked") // nobody reads the body of a request that has none
    HttpRequest<?> parse(HttpRequest<?> asking) {
        StrictParameters parameters = new StrictParameters(asking.getParameters(), KNOWN, USAGE);
        String method = parameters.single("method");
        String user = parameters.single("user");
        ExplainedRequest explained = new ExplainedRequest(
                (HttpRequest<Object>) asking,
                method == null ? HttpMethod.GET.name() : method,
                uri(parameters),
                headers(parameters, asking.getHeaders().get(HttpHeaders.HOST)),
                user == null ? null : (Principal) () -> user,
                parameters.single("body"),
                server.get().getPort());
        for (String attribute : parameters.all("attribute")) {
            int colon = colon(attribute, "attribute", parameters);
            explained.setAttribute(
                    attribute.substring(0, colon),
                    attribute.substring(colon + 1).strip());
        }
        return explained;
    }

    private static URI uri(StrictParameters parameters) {
        String text = parameters.single("uri");
        if (text == null) {
            throw parameters.badRequest("The parameter uri is missing.");
        }
        try {
            URI uri = new URI(text);
            if (text.startsWith("/") && uri.getRawAuthority() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw parameters.badRequest(
                    "The uri '" + text + "' is invalid: " + e.getReason() + " at index " + e.getIndex() + ".");
        }
        throw parameters.badRequest("The uri must be a path with or without a query, but was '" + text + "'.");
    }

    /** Without a {@code Host} parameter, the host is that of the request to the endpoint. */
    private static MutableHttpHeaders headers(StrictParameters parameters, @Nullable String host) {
        MutableHttpHeaders headers = new CaseInsensitiveMutableHttpHeaders(true, ConversionService.SHARED);
        for (String line : parameters.all("header")) {
            int colon = colon(line, "header", parameters);
            try {
                headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
            } catch (IllegalArgumentException e) {
                throw parameters.badRequest("The header '" + line + "' is invalid: " + e.getMessage() + ".");
            }
        }
        if (host != null && !headers.contains(HttpHeaders.HOST)) {
            headers.add(HttpHeaders.HOST, host);
        }
        return headers;
    }

    private static int colon(String line, String parameter, StrictParameters parameters) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw parameters.badRequest(
                    "The " + parameter + " must be a name, a colon and a value, but was '" + line + "'.");
        }
        return colon;
    }
}
