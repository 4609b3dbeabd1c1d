package io.httpcached.server;

import io.httpcached.engine.Answer;
import io.httpcached.engine.CachePipeline;
import io.httpcached.engine.Step;
import io.httpcached.engine.Ticket;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Optional;
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

    private final CachedRoutes routes;
    private final CachePipeline pipeline;
    private final BodyEncoder encoder;
    private final StoredAnswers stored;
    private final StatusFields status;
    private final BackgroundRequests background;
    private final int order;

    HttpCacheFilter(
            CachedRoutes routes,
            CachePipeline pipeline,
            BodyEncoder encoder,
            StoredAnswers stored,
            StatusFields status,
            BackgroundRequests background,
            HttpCacheConfiguration settings) {
        this.routes = routes;
        this.pipeline = pipeline;
        this.encoder = encoder;
        this.stored = stored;
        this.status = status;
        this.background = background;
        this.order = settings.getFilterOrder();
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        RouteMatch<?> match = RouteAttributes.getRouteMatch(request).orElse(null);
        return match != null && routes.find(match.getRouteInfo()) != null;
    }

    @RequestFilter
    @Nullable
    CompletionStage<Optional<HttpResponse<?>>> begin(HttpRequest<?> request) {
        RouteMatch<?> match = RouteAttributes.getRouteMatch(request).orElse(null);
        ResolvedRoute route = match == null ? null : routes.find(match.getRouteInfo());
        if (match == null || route == null || Tickets.of(request) != null) {
            return null;
        }
        ServerCall call = new ServerCall(request, match, route, background);
        return pipeline.begin(call).thenApply(step -> obey(call, step));
    }

    @ResponseFilter
    @Nullable
    CompletionStage<MutableHttpResponse<?>> finish(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Ticket ticket = Tickets.take(request);
        if (ticket == null || !(ticket.call() instanceof ServerCall call)) {
            return null;
        }
        return encoder.encode(call.httpRequest(), response)
                .thenCompose(encoded -> pipeline.finish(ticket, encoded.fetched())
                        .thenApply(answer -> render(call, answer, encoded.response())));
    }

    private Optional<HttpResponse<?>> obey(ServerCall call, Step step) {
        if (step instanceof Step.Respond respond) {
            return Optional.of(render(call, respond.answer()));
        }
        Tickets.put(call.httpRequest(), ((Step.Proceed) step).ticket());
        return Optional.empty();
    }

    private MutableHttpResponse<?> render(ServerCall call, Answer answer) {
        return render(call, answer, answer instanceof Answer.Refused ? Responses.onlyIfCached() : HttpResponse.ok());
    }

    private MutableHttpResponse<?> render(ServerCall call, Answer answer, MutableHttpResponse<?> otherwise) {
        MutableHttpResponse<?> response = otherwise;
        if (answer instanceof Answer.FromStore fromStore) {
            response = stored.render(call, fromStore);
            forbidOtherCodings(call.httpRequest());
        }
        status.add(response.getHeaders(), call.key(), answer.outcome());
        return response;
    }

    /**
     * The cache has chosen the content coding and named it in the entity tag. If the server compressed the body once
     * more, that tag would stand for other bytes (RFC 9110 §8.8.3.3), and a range for a part of other bytes.
     */
    private static void forbidOtherCodings(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
