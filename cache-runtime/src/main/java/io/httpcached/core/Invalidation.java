package io.httpcached.core;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Determines the resources that a response to an unsafe method invalidates (RFC 9111 §4.4). */
public final class Invalidation {

    private static final List<String> LOCATIONS = List.of("Location", "Content-Location");

    private Invalidation() {}

    /**
     * {@return whether the response invalidates the entries of the target URI} It does if it is a non-error response to a method
     * that is not known to be safe.
     *
     * @param method the method of the request
     * @param status the status of the response
     */
    public static boolean invalidates(String method, int status) {
        return !isSafe(method) && status >= 200 && status < 400;
    }

    /**
     * {@return whether the response names resources besides the target URI, of whatever origin}
     *
     * @param response the fields of the response
     */
    public static boolean namesResources(FieldLines response) {
        return LOCATIONS.stream().anyMatch(name -> !response.all(name).isEmpty());
    }

    /**
     * {@return the distinct paths in {@code Location} and {@code Content-Location} that have the origin of the target, not
     * decoded; malformed values are ignored}
     *
     * @param response the fields of the response
     * @param target the target URI; absolute, unless its origin is unknown and only relative references can match it
     */
    public static List<String> paths(FieldLines response, URI target) {
        Set<String> paths = new LinkedHashSet<>();
        for (String name : LOCATIONS) {
            for (String line : response.all(name)) {
                String path = sameOriginPath(line, target);
                if (path != null) {
                    paths.add(path);
                }
            }
        }
        return List.copyOf(paths);
    }

    private static @Nullable String sameOriginPath(String reference, URI target) {
        try {
            URI uri = target.resolve(new URI(Tokens.trim(reference, 0, reference.length())));
            return isSameOrigin(uri, target) ? path(uri) : null;
        } catch (URISyntaxException malformed) {
            return null;
        }
    }

    /** RFC 9110 §4.3.1: the same scheme, host and port. */
    private static boolean isSameOrigin(URI uri, URI target) {
        boolean comparable = uri.getHost() != null && target.getHost() != null;
        return isSame(uri.getScheme(), target.getScheme())
                && (comparable
                        ? isSame(uri.getHost(), target.getHost()) && port(uri) == port(target)
                        : isSame(uri.getRawAuthority(), target.getRawAuthority()));
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one == null ? other == null : one.equalsIgnoreCase(other);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    /** {@return the path, or null if the URI is not hierarchical} */
    private static @Nullable String path(URI uri) {
        String path = uri.getRawPath();
        return path != null && path.isEmpty() ? "/" : path;
    }

    /**
     * {@return whether a method is safe by definition (RFC 9110 §9.2.1, RFC 10008)}
     *
     * @param method the method in its original case
     */
    public static boolean isSafe(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "TRACE", "QUERY" -> true;
            default -> false;
        };
    }
}
