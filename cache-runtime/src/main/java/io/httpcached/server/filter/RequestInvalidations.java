package io.httpcached.server.filter;

import io.httpcached.core.FieldLines;
import io.httpcached.core.Invalidation;
import io.httpcached.engine.Tags;
import io.httpcached.engine.fields.CacheGroups;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.interceptor.RouteInput;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import io.httpcached.server.request.HeaderLines;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.routing.ContextPath;
import io.httpcached.server.routing.InvalidatingRoutes;
import io.httpcached.server.store.CachedPaths;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Determines the tags that a request invalidates: those of the annotations of its route, and for an unsafe request its
 * path, the resources that the response names (RFC 9111 §4.4) and the groups that it invalidates (RFC 9875 §3).
 */
@Singleton
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class RequestInvalidations {

    private static final Invalidated NOTHING = new Invalidated(Set.of(), Set.of(), false);

    private final InvalidatingRoutes invalidating;
    private final CachedPaths paths;
    private final ContextPath contextPath;

    /**
     * The tags that a request invalidates.
     *
     * @param removed the tags of the entries to remove
     * @param markedStale the tags of the entries to mark stale
     * @param affectsCachedRoutes whether entries of a cached route may have these tags, so that clients may receive the
     *     old state if the invalidation fails
     */
    record Invalidated(Set<String> removed, Set<String> markedStale, boolean affectsCachedRoutes) {

        boolean isEmpty() {
            return removed.isEmpty() && markedStale.isEmpty();
        }
    }

    RequestInvalidations(InvalidatingRoutes invalidating, CachedPaths paths, ContextPath contextPath) {
        this.invalidating = invalidating;
        this.paths = paths;
        this.contextPath = contextPath;
    }

    /** Returns whether a request may invalidate entries. */
    boolean mayInvalidate(HttpRequest<?> request) {
        return !Invalidation.isSafe(request.getMethodName()) || invalidating.isInvalidating(request);
    }

    /**
     * Returns the tags that a request invalidates.
     *
     * @param request the request
     * @param response its response
     * @return the tags; none after an error (RFC 9111 §4.4)
     */
    Invalidated of(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() >= 400) {
            return NOTHING;
        }
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        List<RouteInvalidation> declared = invalidating.invalidations(match);
        Set<String> removed = new LinkedHashSet<>();
        Set<String> markedStale = new LinkedHashSet<>();
        boolean affectsCachedRoutes = !declared.isEmpty();
        if (Invalidation.invalidates(request.getMethodName(), response.code())) {
            addImplied(request, match, new HeaderLines(response.getHeaders()), removed);
            affectsCachedRoutes |= !removed.isEmpty();
        }
        if (match != null) {
            RouteInput input = new RouteInput(request, match.getVariableValues());
            declared.forEach(
                    invalidation -> addDeclared(invalidation, input, invalidation.soft() ? markedStale : removed));
        }
        return new Invalidated(removed, markedStale, affectsCachedRoutes);
    }

    private void addDeclared(RouteInvalidation invalidation, RouteInput input, Set<String> tags) {
        generate(invalidation.tags(), input).forEach(tag -> tags.add(Tags.named(tag)));
        generate(invalidation.paths(), input).forEach(path -> addPath(contextPath.prepend(path), tags));
        if (!invalidation.namespace().isEmpty()) {
            tags.add(Tags.namespace(invalidation.namespace()));
        }
    }

    /** Adds the tags that RFC 9111 and RFC 9875 imply. */
    private void addImplied(
            HttpRequest<?> request, @Nullable RouteMatch<?> match, FieldLines response, Set<String> tags) {
        URI target = target(request);
        if (isRewritten(request, match)) {
            tags.add(Tags.path(target.getPath()));
        } else {
            addPath(target.getPath(), tags);
        }
        Invalidation.paths(response, target).forEach(path -> addPath(path, tags));
        CacheGroups.invalidatedBy(response).forEach(group -> tags.add(Tags.named(group)));
    }

    private void addPath(String path, Set<String> tags) {
        if (paths.mayHaveEntries(path)) {
            tags.add(Tags.path(path));
        }
    }

    /** The filter that gave a request another path than that of its route may do so with requests of cached routes, too. */
    private static boolean isRewritten(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        return match != null
                && match.getRouteInfo() instanceof UriRouteInfo<?, ?> route
                && route.getUriMatchTemplate()
                        .match(request.getUri().getRawPath())
                        .isEmpty();
    }

    private static List<String> generate(TagGenerator generator, RouteInput input) {
        TagWriter writer = new TagWriter(input);
        generator.write(writer);
        return writer.tags();
    }

    /** Includes the origin: a response may invalidate only resources of the same origin. */
    private static URI target(HttpRequest<?> request) {
        String scheme = request.isSecure() ? "https://" : "http://";
        try {
            return new URI(scheme + request.getHeaders().get("Host")).resolve(request.getUri());
        } catch (URISyntaxException noHost) {
            return request.getUri();
        }
    }
}
