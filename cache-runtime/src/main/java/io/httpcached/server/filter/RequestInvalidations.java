package io.httpcached.server.filter;

import io.httpcached.core.FieldLines;
import io.httpcached.core.Invalidation;
import io.httpcached.engine.Tags;
import io.httpcached.engine.fields.CacheGroups;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteArguments;
import io.httpcached.server.interceptor.RouteInput;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.httpcached.server.interceptor.TagGenerator;
import io.httpcached.server.interceptor.TagWriter;
import io.httpcached.server.request.HeaderLines;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.request.RoutedMethod;
import io.httpcached.server.routing.CachedPaths;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ContextPath;
import io.httpcached.server.routing.InvalidatingRoutes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteMatch;
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
@Requires(condition = InvalidationEnabled.class)
final class RequestInvalidations {

    private static final Invalidated NOTHING = new Invalidated(Set.of(), Set.of(), false);

    private final CachedRoutes cached;
    private final InvalidatingRoutes invalidating;
    private final CachedPaths paths;
    private final RequestResolvers resolvers;
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

    RequestInvalidations(
            CachedRoutes cached,
            InvalidatingRoutes invalidating,
            CachedPaths paths,
            RequestResolvers resolvers,
            ContextPath contextPath) {
        this.cached = cached;
        this.invalidating = invalidating;
        this.paths = paths;
        this.resolvers = resolvers;
        this.contextPath = contextPath;
    }

    /** Returns whether a request may invalidate entries. */
    boolean mayInvalidate(HttpRequest<?> request) {
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        return !cached.isSafe(request, match)
                || !invalidating.invalidations(match).isEmpty();
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
        if (!cached.isSafe(request, match)
                && Invalidation.invalidates(RoutedMethod.of(request, match), response.code())) {
            addImplied(request, match, new HeaderLines(response.getHeaders()), removed);
            affectsCachedRoutes |= !removed.isEmpty();
        }
        if (match != null) {
            TemplateValues values = new TemplateValues(
                    new RouteInput(request, match.getVariableValues()),
                    RouteArguments.of(match.getRouteInfo(), resolvers));
            declared.forEach(
                    invalidation -> addDeclared(invalidation, values, invalidation.soft() ? markedStale : removed));
        }
        return new Invalidated(removed, markedStale, affectsCachedRoutes);
    }

    /** The values that the templates of a route can name. */
    private record TemplateValues(RouteInput input, RouteArguments arguments) {

        List<String> fill(TagGenerator generator) {
            TagWriter writer = new TagWriter(input, arguments);
            generator.write(writer);
            return writer.tags();
        }
    }

    private void addDeclared(RouteInvalidation invalidation, TemplateValues values, Set<String> tags) {
        values.fill(invalidation.tags()).forEach(tag -> tags.add(Tags.named(tag)));
        values.fill(invalidation.paths()).forEach(path -> tags.addAll(paths.of(contextPath.prepend(path))));
        if (!invalidation.namespace().isEmpty()) {
            tags.add(Tags.namespace(invalidation.namespace()));
        }
    }

    /** Adds the tags that RFC 9111 and RFC 9875 imply. */
    private void addImplied(
            HttpRequest<?> request, @Nullable RouteMatch<?> match, FieldLines response, Set<String> tags) {
        tags.addAll(paths.ofTarget(request.getPath()));
        addPathOfRoute(request, match, tags);
        if (Invalidation.namesResources(response)) {
            targets(request).forEach(target -> Invalidation.paths(response, target)
                    .forEach(path -> tags.addAll(paths.ofTarget(path))));
        }
        CacheGroups.invalidatedBy(response).forEach(group -> tags.add(Tags.named(group)));
    }

    /** A filter may have given a request another path than that of its route. */
    private void addPathOfRoute(HttpRequest<?> request, @Nullable RouteMatch<?> match, Set<String> tags) {
        if (match instanceof UriRouteMatch<?, ?> matched && !matched.getUri().equals(request.getPath())) {
            tags.addAll(paths.ofTarget(matched.getUri()));
        }
    }

    /**
     * {@return the target URI with each origin that the server has for the client} A response may invalidate only resources of
     * the same origin (RFC 9111 §4.4). Behind a proxy, the connection has one origin, and the client sees another, which the
     * application writes into its responses.
     */
    private Set<URI> targets(HttpRequest<?> request) {
        String scheme = request.isSecure() ? "https://" : "http://";
        URI connection = target(request, scheme + request.getHeaders().get("Host"));
        String determined = resolvers.origin(request);
        Set<URI> targets = new LinkedHashSet<>();
        targets.add(connection == null ? request.getUri() : connection);
        URI seen = determined == null ? null : target(request, determined);
        if (seen != null) {
            targets.add(seen);
        }
        return targets;
    }

    private static @Nullable URI target(HttpRequest<?> request, String origin) {
        try {
            return new URI(origin).resolve(request.getUri());
        } catch (URISyntaxException noHost) {
            return null;
        }
    }
}
