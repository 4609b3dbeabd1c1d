package io.httpcached.server.filter;

import io.httpcached.core.Coding;
import io.httpcached.core.CodingTag;
import io.httpcached.core.ContentCoding;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Invalidation;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.request.HeaderLines;
import io.httpcached.server.routing.CachedRoutes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Replaces the tags of compressed forms in {@code If-Match} and {@code If-None-Match}, which this cache or another node made, by
 * the handler's own tags. It runs behind the cache, which knows both, and in front of the handlers of all routes: a client
 * sends the tag that it received from a cached route to other routes of the resource as well.
 *
 * <ul>
 *   <li>GET and HEAD select a compressed form only if the client accepts it; otherwise its tag matches nothing. The list keeps
 *       the tag of the compressed form, behind the handler's own, for a handler that forwards the request to a server which made
 *       the tag. A 304 names the tag that the client has.
 *   <li>{@code If-Range} keeps the tag, which no handler knows. So a handler responds with the whole body: a part of its own body
 *       would not fit the compressed bytes that the client has (RFC 9110 §13.1.5).
 * </ul>
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(condition = InvalidationEnabled.class)
final class HandlerTagFilter implements Ordered, ConditionalFilter {

    private static final int NOT_MODIFIED = 304;

    private final CachedRoutes routes;
    private final int order;

    HandlerTagFilter(CachedRoutes routes, HttpCacheConfiguration settings) {
        this.routes = routes;
        this.order = settings.getFilterOrder() + 2;
    }

    @Override
    public int getOrder() {
        return order;
    }

    /** A hit does not reach this filter, so for cached routes it does not read the header fields here. */
    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return routes.isCached(request)
                || request.getHeaders().contains(HttpHeaders.IF_MATCH)
                || request.getHeaders().contains(HttpHeaders.IF_NONE_MATCH);
    }

    @RequestFilter
    void replaceTags(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers
                && (headers.contains(HttpHeaders.IF_MATCH) || headers.contains(HttpHeaders.IF_NONE_MATCH))) {
            boolean safe = Invalidation.isSafe(request.getMethodName());
            Predicate<Coding> accepted = accepted(request);
            replaceTags(headers, HttpHeaders.IF_MATCH, accepted, safe);
            replaceTags(headers, HttpHeaders.IF_NONE_MATCH, accepted, safe);
        }
    }

    @ResponseFilter
    void restoreTag(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (response.code() != NOT_MODIFIED) {
            return;
        }
        EntityTag own = EntityTag.parse(response.getHeaders().get(HttpHeaders.ETAG));
        if (own != null) {
            List<EntityTag> known = EntityTag.parseList(request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH));
            Arrays.stream(Coding.values())
                    .filter(accepted(request))
                    .map(coding -> CodingTag.of(own, coding))
                    .filter(compressed -> known.stream().anyMatch(compressed::weakEquals))
                    .findFirst()
                    .ifPresent(compressed -> response.getHeaders().set(HttpHeaders.ETAG, compressed.toString()));
        }
    }

    /** A request that is not safe acts on the resource, whatever form of it the client has seen. */
    private static Predicate<Coding> accepted(HttpRequest<?> request) {
        if (!Invalidation.isSafe(request.getMethodName())) {
            return coding -> true;
        }
        HeaderLines lines = new HeaderLines(request.getHeaders());
        return coding -> ContentCoding.prefers(lines, coding);
    }

    private static void replaceTags(MutableHttpHeaders headers, String name, Predicate<Coding> accepted, boolean keep) {
        List<String> lines = headers.getAll(name);
        if (CodingTag.isIn(lines, accepted)) {
            headers.remove(name);
            headers.add(name, list(CodingTag.toOwn(lines, accepted)));
            if (keep) {
                headers.add(name, list(EntityTag.parseList(lines)));
            }
        }
    }

    private static String list(List<EntityTag> tags) {
        return tags.stream().map(EntityTag::toString).collect(Collectors.joining(", "));
    }
}
