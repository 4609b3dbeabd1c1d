package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The text of a request target without its query. The path of a request and that of its URI differ for a target in absolute form
 * (RFC 9112 §3.2.2), of which the server decodes only the latter. A URI can also have a fragment, and, if a filter wrapped the
 * request, a scheme and an authority.
 */
@Internal
public final class TargetText {

    private TargetText() {}

    /**
     * Returns the text of a target.
     *
     * @param request the request
     * @return the path, undecoded, if the target consists of it; otherwise a text that no path equals
     */
    public static String of(HttpRequest<?> request) {
        URI uri = request.getUri();
        String path = request.getPath();
        return path.equals(uri.getRawPath())
                        && uri.getRawFragment() == null
                        && uri.getScheme() == null
                        && uri.getRawAuthority() == null
                ? path
                : '\n'
                        + part(uri.getScheme())
                        + part(uri.getRawAuthority())
                        + part(uri.getRawPath())
                        + part(uri.getRawFragment())
                        + path;
    }

    /** Components of a URI contain no line break. */
    private static String part(@Nullable String component) {
        return component == null ? "\n" : '=' + component + '\n';
    }
}
