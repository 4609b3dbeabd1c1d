package io.httpcached.server.management;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads from the parameters of a request what another request is like. What is not understood is refused. */
@Singleton
@Requires(classes = Endpoint.class)
final class RequestDescriptions {

    private static final Set<String> KNOWN = Set.of("method", "uri", "header", "user");

    private final BeanProvider<EmbeddedServer> server;

    RequestDescriptions(BeanProvider<EmbeddedServer> server) {
        this.server = server;
    }

    /** {@return the request that another tells of} */
    @SuppressWarnings("unchecked") // nobody reads a body of a request that has none
    HttpRequest<?> read(HttpRequest<?> teller) {
        ConvertibleMultiValues<String> parameters = teller.getParameters();
        Set<String> unknown = new TreeSet<>(parameters.names());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw refused("There is no parameter " + String.join(", ", unknown) + ".");
        }
        String uri = once(parameters, "uri");
        if (uri == null) {
            throw refused("The parameter uri is missing.");
        }
        String method = once(parameters, "method");
        String user = once(parameters, "user");
        return new DescribedRequest(
                (HttpRequest<Object>) teller,
                method == null ? HttpMethod.GET.name() : method,
                target(uri),
                headers(parameters.getAll("header"), teller),
                user == null ? null : (Principal) () -> user,
                server.get().getPort());
    }

    private static @Nullable String once(ConvertibleMultiValues<String> parameters, String name) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1 || (values.size() == 1 && values.get(0).isBlank())) {
            throw refused("The parameter " + name + " is given once, and is not blank.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static URI target(String text) {
        try {
            URI uri = new URI(text);
            if (text.startsWith("/") && uri.getRawAuthority() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw refused("The uri " + text + " cannot be read: " + e.getReason() + " at index " + e.getIndex() + ".");
        }
        throw refused("The uri " + text + " is not a path with or without a query.");
    }

    /** Where none is named, the host is the one that the endpoint was asked at. */
    private static HttpHeaders headers(List<String> lines, HttpRequest<?> teller) {
        MutableHttpHeaders headers = new CaseInsensitiveMutableHttpHeaders(true, ConversionService.SHARED);
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw refused("The header " + line + " is not a name, a colon and a value.");
            }
            try {
                headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
            } catch (IllegalArgumentException e) {
                throw refused("The header " + line + " cannot be sent: " + e.getMessage() + ".");
            }
        }
        String host = teller.getHeaders().get(HttpHeaders.HOST);
        if (host != null && !headers.contains(HttpHeaders.HOST)) {
            headers.add(HttpHeaders.HOST, host);
        }
        return headers;
    }

    private static HttpStatusException refused(String why) {
        return new HttpStatusException(
                HttpStatus.BAD_REQUEST,
                why + " Write uri=/…, and where it matters method=…, user=… and header=Name: value, all of them"
                        + " percent-encoded.");
    }
}
