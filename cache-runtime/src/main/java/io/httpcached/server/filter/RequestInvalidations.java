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
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.InvalidatingRoutes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerContextPathProvider;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be invalidated after a request: what its route is annotated with, and after an unsafe one its path, the resources
 * that the response names (RFC 9111 §4.4) and the groups that it invalidates (RFC 9875 §3).
 */
@Singleton
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class RequestInvalidations {

    private static final Due NOTHING = new Due(Set.of(), Set.of(), false);

    private final InvalidatingRoutes invalidating;
    private final CachedRoutes cached;
    private final Router router;
    private final String contextPath;

    /**
     * What is due.
     *
     * @param gone the tags of entries that are to be gone
     * @param stale the tags of entries that are to be stale
     * @param matters whether anybody is known to be told of the old state by what is to be invalidated
     */
    record Due(Set<String> gone, Set<String> stale, boolean matters) {

        boolean isEmpty() {
            return gone.isEmpty() && stale.isEmpty();
        }
    }

    RequestInvalidations(
            InvalidatingRoutes invalidating,
            CachedRoutes cached,
            Router router,
            @Nullable ServerContextPathProvider contextPath) {
        this.invalidating = invalidating;
        this.cached = cached;
        this.router = router;
        String configured = contextPath == null ? null : contextPath.getContextPath();
        this.contextPath = configured == null ? "" : withoutSlash(configured);
    }

    /** {@return whether a request of this kind may invalidate anything} */
    boolean mayFollow(HttpRequest<?> request) {
        return !Invalidation.isSafe(request.getMethodName()) || invalidating.concern(request);
    }

    /** {@return what is due after a request} */
    Due after(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.code() >= 400) {
            return NOTHING;
        }
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        List<RouteInvalidation> declared = invalidating.invalidations(match);
        Set<String> gone = new LinkedHashSet<>();
        Set<String> stale = new LinkedHashSet<>();
        boolean matters = !declared.isEmpty();
        if (Invalidation.invalidates(request.getMethodName(), response.code())) {
            matters |= addImplied(request, new HeaderLines(response.getHeaders()), gone);
        }
        if (match != null) {
            RouteInput input = new RouteInput(request, match.getVariableValues());
            declared.forEach(invalidation -> addDeclared(invalidation, input, invalidation.soft() ? stale : gone));
        }
        return new Due(gone, stale, matters);
    }

    private void addDeclared(RouteInvalidation invalidation, RouteInput input, Set<String> tags) {
        written(invalidation.tags(), input).forEach(tag -> tags.add(Tags.named(tag)));
        written(invalidation.paths(), input).forEach(path -> tags.add(Tags.path(contextPath + path)));
        if (!invalidation.namespace().isEmpty()) {
            tags.add(Tags.namespace(invalidation.namespace()));
        }
    }

    /** {@return whether what is invalidated may be cached} */
    private boolean addImplied(HttpRequest<?> request, FieldLines response, Set<String> tags) {
        URI target = target(request);
        List<String> groups = CacheGroups.invalidatedBy(response);
        tags.add(Tags.path(target.getPath()));
        Invalidation.paths(response, target).forEach(path -> tags.add(Tags.path(path)));
        groups.forEach(group -> tags.add(Tags.named(group)));
        return !groups.isEmpty()
                || router.find(HttpMethod.GET, request.getPath(), request)
                        .anyMatch(match -> cached.find(match.getRouteInfo()) != null);
    }

    private static List<String> written(TagGenerator recipe, RouteInput input) {
        TagWriter writer = new TagWriter(input);
        recipe.write(writer);
        return writer.tags();
    }

    /** With the origin, by which the resources that a response names are told from those of others. */
    private static URI target(HttpRequest<?> request) {
        String scheme = request.isSecure() ? "https://" : "http://";
        try {
            return new URI(scheme + request.getHeaders().get("Host")).resolve(request.getUri());
        } catch (URISyntaxException noHost) {
            return request.getUri();
        }
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
