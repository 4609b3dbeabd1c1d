package io.httpcached.server.filter;

import io.httpcached.annotation.VersionSource;
import io.httpcached.core.Fields;
import io.httpcached.engine.Answer;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.OutcomeDetail;
import io.httpcached.engine.Step;
import io.httpcached.server.body.BodyEncoder;
import io.httpcached.server.body.EncodedResponse;
import io.httpcached.server.body.ResponseAttributes;
import io.httpcached.server.body.Responses;
import io.httpcached.server.config.CacheEnabled;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.interceptor.RequestBody;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.request.RequestContent;
import io.httpcached.server.request.RequestThreads;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ResolvedRoute;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Takes a request of a cached route through the cache, after security and before argument binding:
 *
 * <ol>
 *   <li>{@link #lookUp} finds the route. The filter hands the matched request to the route of the generated
 *       interceptor, which knows the policy and generates key and tags ({@link ServerCall}).
 *   <li>The pipeline looks the key up. A hit responds here, and the handler does not run.
 *   <li>Otherwise the request carries a {@link HandlerRun}, and the handler runs, unless a version source tells that
 *       nothing has changed.
 *   <li>{@link #finish} encodes the handler response, after filters nearer to the handler have changed it, and the
 *       pipeline stores it. Waiters for the same response receive it as well.
 * </ol>
 *
 * Requests of other routes are not touched. The filter is created at startup with all its collaborators, so that
 * configuration errors fail startup.
 */
@Context
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(condition = CacheEnabled.class)
final class HttpCacheFilter implements Ordered, ConditionalFilter {

    private static final int SERVER_ERROR = 500;

    private final CachedRoutes routes;
    private final BodyEncoder encoder;
    private final AnswerRenderer renderer;
    private final VersionCheck versions;
    private final RequestResolvers resolvers;
    private final BackgroundRequests background;
    private final RequestThreads threads;
    private final RequestContent content;
    private final RequestBodies bodies;
    private final OuterFilters outer;
    private final UnsendableResponseLog unsendable = new UnsendableResponseLog(System::nanoTime);
    private final int order;

    HttpCacheFilter(
            CachedRoutes routes,
            BodyEncoder encoder,
            AnswerRenderer renderer,
            VersionCheck versions,
            RequestResolvers resolvers,
            BackgroundRequests background,
            Optional<RequestThreads> threads,
            Optional<RequestContent> content,
            RequestBodies bodies,
            OuterFilters outer,
            HttpCacheConfiguration settings) {
        this.routes = routes;
        this.encoder = encoder;
        this.renderer = renderer;
        this.versions = versions;
        this.resolvers = resolvers;
        this.background = background;
        this.threads = threads.orElse(RequestThreads.ANY);
        this.content = content.orElse(RequestContent.ANY);
        this.bodies = bodies;
        this.outer = outer;
        this.order = settings.getFilterOrder();
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return routes.isCached(request);
    }

    /** Responds from the cache, or completes without a response to run the handler. */
    @RequestFilter
    @Nullable
    CompletionStage<Optional<HttpResponse<?>>> lookUp(HttpRequest<?> request) {
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        ResolvedRoute route = match == null ? null : routes.find(match.getRouteInfo());
        if (match == null || route == null) {
            return null;
        }
        VersionSource source = route.version();
        HandlerRun refresh = HandlerRun.of(request);
        if (refresh != null) {
            refresh.call().compareKey(request);
            return source == null ? null : checkVersion(source, refresh);
        }
        return route.route().policy().keysBody()
                ? bodies.read(request, threads.threadOf(request))
                        .thenCompose(body -> lookUp(source, createCall(request, match, route, body)))
                : lookUp(source, createCall(request, match, route, null));
    }

    private ServerCall createCall(
            HttpRequest<?> request, RouteMatch<?> match, ResolvedRoute route, @Nullable RequestBody body) {
        return new ServerCall(request, match, route, content, resolvers, background, body);
    }

    private CompletionStage<Optional<HttpResponse<?>>> lookUp(@Nullable VersionSource source, ServerCall call) {
        CompletionStage<Step> step =
                continueOnThreadOf(call.httpRequest(), call.route().pipeline().begin(call));
        return source == null
                ? step.thenApply(next -> respondOrRunHandler(call, next))
                : step.thenCompose(next -> respondOrCheckVersion(source, call, next));
    }

    /** Stores the handler response if it may be stored, and responds as the pipeline decides. */
    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        HandlerRun run = HandlerRun.remove(request);
        if (run == null) {
            FailedWaiter.report(request, response, renderer);
            return CompletableFuture.completedFuture(response);
        }
        run.countEnd();
        Object object = response.body();
        return encode(run, response)
                .thenApply(encoded -> check(request, response, run, encoded.withObject(object)))
                .handle((checked, failure) ->
                        failure == null ? storeAndRespond(request, response, run, checked) : failRequest(run, failure))
                .thenCompose(stage -> stage);
    }

    /**
     * Replaces the request for the handler. The server runs the methods of a filter one after the other, so no filter of this order
     * runs between the lookup and this method: each one is outside the cache or sees the replaced request.
     */
    @RequestFilter
    @Nullable
    HttpRequest<?> replace(HttpRequest<?> request, MutablePropagatedContext context) {
        return FetchRequests.replace(request, context);
    }

    /**
     * A handler response that may be used.
     *
     * @param encoded the response with its encoded body
     * @param response the response for the pipeline
     */
    private record Checked(EncodedResponse encoded, HandlerResponse response) {}

    /** Checks what the handler read and the tags that it set. The rules of the route may not permit them. */
    private Checked check(HttpRequest<?> request, HttpResponse<?> handled, HandlerRun run, EncodedResponse encoded) {
        try {
            HandlerResponse response = run.withReads(run.forPipeline(handled, encoded.handlerResponse()));
            List<String> resultTags = ResultTags.of(request, response.fields());
            run.call().route().resultTags().check(resultTags, request);
            return new Checked(encoded, response.withTags(resultTags));
        } catch (RuntimeException e) {
            encoded.close();
            throw e;
        }
    }

    private CompletionStage<EncodedResponse> encode(HandlerRun run, MutableHttpResponse<?> response) {
        try {
            run.call().recheckKey();
            HttpRequest<?> request = run.call().requestBehindCache();
            return PropagatedContext.getOrEmpty()
                    .plus(new ServerHttpRequestContext(request))
                    .propagate(() -> encoder.encode(request, response, head -> run.notStoredReason(response, head)));
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private <T> CompletionStage<T> continueOnThreadOf(HttpRequest<?> request, CompletionStage<T> stage) {
        return stage.toCompletableFuture().isDone()
                ? stage
                : stage.whenCompleteAsync((next, failure) -> {}, threads.threadOf(request));
    }

    private Optional<HttpResponse<?>> respondOrRunHandler(ServerCall call, Step step) {
        return step instanceof Step.Proceed proceed
                ? runHandler(new HandlerRun(call, proceed.pending()))
                : respond(call, (Step.Respond) step);
    }

    private CompletionStage<Optional<HttpResponse<?>>> respondOrCheckVersion(
            VersionSource source, ServerCall call, Step step) {
        return step instanceof Step.Proceed proceed
                ? checkVersion(source, new HandlerRun(call, proceed.pending()))
                : CompletableFuture.completedFuture(respond(call, (Step.Respond) step));
    }

    /** A stored response that cannot be sent is a miss, or all requests for it would fail until it expires. */
    private Optional<HttpResponse<?>> respond(ServerCall call, Step.Respond step) {
        if (step.answer() instanceof Answer.SharedFailure failure) {
            new FailedWaiter(call, failure).attach();
            return Optional.empty();
        }
        try {
            return Optional.of(renderer.render(call, step.answer()));
        } catch (RuntimeException failure) {
            if (!(step.answer() instanceof Answer.FromStore)) {
                throw failure;
            }
            unsendable.log(call, failure);
            return runHandler(new HandlerRun(call, call.route().pipeline().discard(call)));
        }
    }

    private Optional<HttpResponse<?>> runHandler(HandlerRun run) {
        run.attach();
        return Optional.empty();
    }

    private CompletionStage<Optional<HttpResponse<?>>> checkVersion(VersionSource source, HandlerRun run) {
        return versions.check(run, source).thenCompose(result -> {
            HandlerResponse notModified = result.notModified();
            return notModified == null
                    ? CompletableFuture.completedFuture(runHandler(run.withTag(result.tag())))
                    : skipHandler(run, notModified);
        });
    }

    private CompletionStage<Optional<HttpResponse<?>>> skipHandler(HandlerRun run, HandlerResponse notModified) {
        HandlerRun.remove(run.call().httpRequest());
        return run.finish(notModified)
                .thenApply(answer -> Optional.of(renderer.render(
                        run.call(),
                        answer,
                        new EncodedResponse(Responses.of(notModified.status(), notModified.fields()), notModified))));
    }

    private CompletionStage<MutableHttpResponse<?>> storeAndRespond(
            HttpRequest<?> request, MutableHttpResponse<?> handled, HandlerRun run, Checked checked) {
        if (run.isRejectedAsChanged(checked.response())) {
            outer.warnOfChange();
        }
        return continueOnThreadOf(request, run.finish(checked.response())).thenApply(answer -> {
            if (!(answer instanceof Answer.FromHandler)) {
                checked.encoded().close();
            }
            return keepException(handled, renderer.render(run.call(), answer, checked.encoded()));
        });
    }

    /** Filters outside of the cache learn of the exception that led to this response, as without the cache. */
    private static MutableHttpResponse<?> keepException(HttpResponse<?> handled, MutableHttpResponse<?> response) {
        if (response != handled && response.code() == handled.code()) {
            Throwable exception = ResponseAttributes.exception(handled);
            if (exception != null) {
                RouteAttributes.setException(response, exception);
            }
        }
        return response;
    }

    /**
     * Fails a request and its waiters, because a stream of bytes broke off while it was read, or because a rule of the route does
     * not permit the response.
     */
    private CompletionStage<MutableHttpResponse<?>> failRequest(HandlerRun run, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return run.finish(new HandlerResponse(SERVER_ERROR, Fields.EMPTY, null, OutcomeDetail.NOT_READ.text()))
                .thenCompose(answer -> CompletableFuture.failedFuture(cause));
    }
}
