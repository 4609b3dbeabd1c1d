package io.httpcached.server.routing;

import io.httpcached.core.LiteralParts;
import io.httpcached.engine.PathTags;
import io.httpcached.engine.Tags;
import io.httpcached.server.config.InvalidationEnabled;
import io.micronaut.context.annotation.Requires;
import io.micronaut.web.router.UriRouteInfo;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of a path by the cached routes that match it, so that an invalidation in one spelling of a path reaches the
 * entries of all spellings: {@code /items/007} and {@code /items/7}. Immutable.
 */
@Singleton
@Requires(condition = InvalidationEnabled.class)
public final class CachedPaths implements PathTags {

    private final List<CachedPath> cached = new ArrayList<>();

    CachedPaths(CachedRoutes routes) {
        routes.paths()
                .forEach((route, path) -> cached.add(new CachedPath(
                        route, path, LiteralParts.of(route.getUriMatchTemplate().toString()))));
    }

    /**
     * The paths of a cached route.
     *
     * @param route the route
     * @param path the name of each of its paths
     * @param literals the literal parts of its template, which exclude most other paths faster than the route does
     */
    private record CachedPath(UriRouteInfo<?, ?> route, RoutePath path, LiteralParts literals) {}

    /**
     * Returns the tags of the entries that requests for a path can have.
     *
     * @param path the path of a request target, not decoded (RFC 9112 §3.2)
     * @return the tags; empty if no cached route can have the path
     */
    public Set<String> ofTarget(String path) {
        Set<String> tags = new LinkedHashSet<>();
        String decoded = decode(path);
        for (CachedPath each : cached) {
            if (each.literals.mayMatch(decoded)) {
                tags.add(Tags.path(decoded));
                String text = text(each.route.tryMatch(path), each.path);
                if (text != null) {
                    tags.add(Tags.path(text));
                }
            }
        }
        return tags;
    }

    /** A decoded path may be that of several targets, because a slash in a variable is not a separator. */
    @Override
    public Collection<String> of(String path) {
        return ofTarget(encode(path));
    }

    /**
     * Decodes the path of a request target as the server decodes variables.
     *
     * @param path the path of a request target
     * @return the decoded path; the path itself if it is malformed
     */
    public static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    /** A path that the server cannot decode has no entries. */
    private static @Nullable String text(@Nullable UriRouteMatch<?, ?> match, RoutePath spellings) {
        try {
            return match == null ? null : spellings.text(match.getVariableValues());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Encodes the characters that the router or the decoder of variables would not take literally. */
    private static String encode(String path) {
        return path.replace("%", "%25")
                .replace("+", "%2B")
                .replace("?", "%3F")
                .replace("#", "%23")
                .replace("{", "%7B")
                .replace("}", "%7D")
                .replace("&", "%26")
                .replace(";", "%3B");
    }
}
