package io.httpcached.server.filter;

import io.httpcached.annotation.VersionSource;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.engine.Answer;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.engine.Step;
import io.httpcached.server.body.BodyEncoder;
import io.httpcached.server.body.EncodedResponse;
import io.httpcached.server.body.Responses;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ResolvedRoute;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.web.router.RouteMatch;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Where cached routes meet the server: after security, before binding. The request half looks up; the response half
 * stores, after filters nearer to the handler have had their say. Requests of other routes pass by. Made at start-up with all
 * that it needs, so that every mistake in the configuration shows then.
 */
@Context
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class HttpCacheFilter implements Ordered, ConditionalFilter {

    private static final int SERVER_ERROR = 500;

    private final CachedRoutes routes;
    private final BodyEncoder encoder;
    private final AnswerRenderer renderer;
    private final VersionCheck versions;
    private final RequestResolvers resolvers;
    private final BackgroundRequests background;
    private final RequestThreads threads;
    private final int order;

    HttpCacheFilter(
            CachedRoutes routes,
            BodyEncoder encoder,
            AnswerRenderer renderer,
            VersionCheck versions,
            RequestResolvers resolvers,
            BackgroundRequests background,
            Optional<RequestThreads> threads,
            HttpCacheConfiguration settings) {
        this.routes = routes;
        this.encoder = encoder;
        this.renderer = renderer;
        this.versions = versions;
        this.resolvers = resolvers;
        this.background = background;
        this.threads = threads.orElse(RequestThreads.ANY);
        this.order = settings.getFilterOrder();
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return routes.caches(request);
    }

    @RequestFilter
    @Nullable
    CompletionStage<Optional<HttpResponse<?>>> begin(HttpRequest<?> request) {
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        ResolvedRoute route = match == null ? null : routes.find(match.getRouteInfo());
        if (match == null || route == null) {
            return null;
        }
        PendingFetch refresh = PendingFetches.of(request);
        if (refresh != null) {
            return proceed(route, (ServerCall) refresh.call(), refresh);
        }
        ServerCall call = new ServerCall(request, match, route, resolvers, background);
        CompletionStage<Step> step = onThreadOf(request, route.pipeline().begin(call));
        return route.version() == null
                ? step.thenApply(next -> obey(call, next))
                : step.thenCompose(next -> obeyVersioned(route, call, next));
    }

    @ResponseFilter
    @Nullable
    CompletionStage<MutableHttpResponse<?>> finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        PendingFetch pending = PendingFetches.take(request);
        if (pending == null || !(pending.call() instanceof ServerCall call)) {
            return null;
        }
        call.checkKey();
        EntityTag tag = PendingFetches.tag(request);
        CompletionStage<EncodedResponse> encoding = encoder.encode(
                call.httpRequest(), response, head -> PendingFetches.notStoredReason(pending, head.withEntityTag(tag)));
        return encoding.handle((encoded, failure) -> failure == null
                        ? PendingFetches.finish(pending, complete(request, encoded.fetched(), tag))
                                .<MutableHttpResponse<?>>thenApply(answer -> render(call, answer, encoded))
                        : fail(pending, failure))
                .thenCompose(stage -> stage);
    }

    private static HandlerResponse complete(HttpRequest<?> request, HandlerResponse fetched, @Nullable EntityTag tag) {
        return fetched.withEntityTag(tag).withTags(ResultTags.of(request, fetched.fields()));
    }

    private CompletionStage<Step> onThreadOf(HttpRequest<?> request, CompletionStage<Step> step) {
        return step.toCompletableFuture().isDone()
                ? step
                : step.whenCompleteAsync((next, failure) -> {}, threads.threadOf(request));
    }

    private MutableHttpResponse<?> render(ServerCall call, Answer answer, EncodedResponse handled) {
        if (!(answer instanceof Answer.FromHandler)) {
            handled.discard();
        }
        return renderer.render(call, answer, handled.response());
    }

    private Optional<HttpResponse<?>> obey(ServerCall call, Step step) {
        if (step instanceof Step.Respond respond) {
            return Optional.of(renderer.render(call, respond.answer()));
        }
        PendingFetches.put(call.httpRequest(), ((Step.Proceed) step).pending());
        return Optional.empty();
    }

    private CompletionStage<Optional<HttpResponse<?>>> obeyVersioned(ResolvedRoute route, ServerCall call, Step step) {
        CompletionStage<Optional<HttpResponse<?>>> asked =
                step instanceof Step.Proceed proceed ? proceed(route, call, proceed.pending()) : null;
        return asked != null ? asked : CompletableFuture.completedFuture(obey(call, step));
    }

    /** {@return null to run the handler at once, else what its version source makes of the request} */
    private @Nullable CompletionStage<Optional<HttpResponse<?>>> proceed(
            ResolvedRoute route, ServerCall call, PendingFetch pending) {
        VersionSource source = route.version();
        if (source == null) {
            return null;
        }
        return versions.currentTag(call, source).thenCompose(tag -> {
            HandlerResponse unchanged = tag.map(current -> versions.unchanged(call, pending, current))
                    .orElse(null);
            if (unchanged == null) {
                PendingFetches.put(call.httpRequest(), pending);
                tag.ifPresent(current -> PendingFetches.putTag(call.httpRequest(), current));
                return CompletableFuture.completedFuture(Optional.empty());
            }
            PendingFetches.take(call.httpRequest());
            return PendingFetches.finish(pending, unchanged)
                    .thenApply(answer -> Optional.of(
                            renderer.render(call, answer, Responses.of(unchanged.status(), unchanged.fields()))));
        });
    }

    /** A body that cannot be encoded fails its request as it would without the cache, and those that wait with it. */
    private CompletionStage<MutableHttpResponse<?>> fail(PendingFetch pending, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return PendingFetches.finish(
                        pending, new HandlerResponse(SERVER_ERROR, Fields.EMPTY, null, cause, "not encoded"))
                .thenCompose(answer -> CompletableFuture.failedFuture(cause));
    }
}
