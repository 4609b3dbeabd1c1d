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

/** Reads from the parameters of a request what another request is like. What is not understood is refused. */
@Singleton
@Requires(classes = Endpoint.class)
final class RequestDescriptions {

    private static final Set<String> KNOWN = Set.of("method", "uri", "header", "user");

    private static final String USAGE =
            "Write uri=/…, and where it matters method=…, user=… and header=Name: value, all of them percent-encoded.";

    private final BeanProvider<EmbeddedServer> server;

    RequestDescriptions(BeanProvider<EmbeddedServer> server) {
        this.server = server;
    }

    /** {@return the request that another tells of} */
    @SuppressWarnings("unchecked") // nobody reads a body of a request that has none
    HttpRequest<?> read(HttpRequest<?> teller) {
        StrictParameters parameters = new StrictParameters(teller.getParameters(), KNOWN, USAGE);
        String method = parameters.once("method");
        String user = parameters.once("user");
        return new DescribedRequest(
                (HttpRequest<Object>) teller,
                method == null ? HttpMethod.GET.name() : method,
                target(parameters),
                headers(parameters, teller.getHeaders().get(HttpHeaders.HOST)),
                user == null ? null : (Principal) () -> user,
                server.get().getPort());
    }

    private static URI target(StrictParameters parameters) {
        String text = parameters.once("uri");
        if (text == null) {
            throw parameters.refused("The parameter uri is missing.");
        }
        try {
            URI uri = new URI(text);
            if (text.startsWith("/") && uri.getRawAuthority() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw parameters.refused(
                    "The uri " + text + " cannot be read: " + e.getReason() + " at index " + e.getIndex() + ".");
        }
        throw parameters.refused("The uri " + text + " is not a path with or without a query.");
    }

    /** Where none is named, the host is the one that the endpoint was asked at. */
    private static HttpHeaders headers(StrictParameters parameters, @Nullable String host) {
        MutableHttpHeaders headers = new CaseInsensitiveMutableHttpHeaders(true, ConversionService.SHARED);
        for (String line : parameters.all("header")) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw parameters.refused("The header " + line + " is not a name, a colon and a value.");
            }
            try {
                headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
            } catch (IllegalArgumentException e) {
                throw parameters.refused("The header " + line + " cannot be sent: " + e.getMessage() + ".");
            }
        }
        if (host != null && !headers.contains(HttpHeaders.HOST)) {
            headers.add(HttpHeaders.HOST, host);
        }
        return headers;
    }
}
