package io.httpcached.server.routing;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.Preconditions;
import io.httpcached.core.Reads;
import io.httpcached.core.RequestPart;
import io.httpcached.engine.CacheCall;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.OutcomeDetail;
import io.httpcached.engine.PendingFetch;
import io.httpcached.engine.Tags;
import io.httpcached.server.interceptor.KeyInputs;
import io.httpcached.server.interceptor.RequestBody;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteArguments;
import io.httpcached.server.interceptor.RouteInput;
import io.httpcached.server.interceptor.TagWriter;
import io.httpcached.server.reads.RequestReads;
import io.httpcached.server.request.DetachedRequest;
import io.httpcached.server.request.IsolatedRequest;
import io.httpcached.server.request.ObservedRequest;
import io.httpcached.server.request.RequestContent;
import io.httpcached.server.request.RequestView;
import io.httpcached.server.request.RoutedMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A request to a cached route. The key is generated at once, because the request may have changed when it is needed;
 * the tags are generated on first use.
 */
public final class ServerCall implements CacheCall, RequestView.KeyState {

    /**
     * A request and what follows from it.
     *
     * @param request the request
     * @param view the request as the rules of HTTP see it
     * @param input the request as key and tag generators see it
     * @param key its key
     */
    private record Received(HttpRequest<?> request, RequestView view, RouteInput input, RequestKey key) {}

    private final ResolvedRoute route;
    private final RouteInfo<?> matched;
    private final RequestContent content;
    private final RequestResolvers resolvers;
    private final BackgroundRunner background;
    private Received received;
    private @Nullable List<String> tags;
    private @Nullable Deadline deadline;
    private @Nullable RequestReads recorded;
    private @Nullable HttpRequest<?> isolated;
    private Reads reads = Reads.NONE;

    /**
     * Creates a call and generates its key.
     *
     * @param request the request
     * @param match the match that led to the route
     * @param route the cached route
     * @param content tells whether a request has content
     * @param resolvers resolve host and language of a request
     * @param background runs the handler for refreshes
     * @param body the body for the key, or null if keys of the route contain none
     */
    public ServerCall(
            HttpRequest<?> request,
            RouteMatch<?> match,
            ResolvedRoute route,
            RequestContent content,
            RequestResolvers resolvers,
            BackgroundRunner background,
            @Nullable RequestBody body) {
        this.content = content;
        this.matched = match.getRouteInfo();
        this.route = route;
        this.resolvers = resolvers;
        this.background = background;
        RouteInput input = new RouteInput(request, match.getVariableValues(), null, body);
        this.received = new Received(
                request,
                new RequestView(request, RoutedMethod.of(request, match), content, this),
                input,
                new RequestKey(request, route, input, resolvers));
    }

    /** Creates a copy of a call whose request outlives the client's. */
    private ServerCall(ServerCall original, HttpRequest<?> detached) {
        this.content = original.content;
        this.matched = original.matched;
        this.route = original.route;
        this.resolvers = original.resolvers;
        this.background = original.background;
        this.received = received(detached, original.received);
        this.tags = original.tags();
        this.deadline = original.deadline;
    }

    private Received received(HttpRequest<?> request, Received before) {
        RouteInput input = new RouteInput(request, before.input.variables(), null, before.input.body());
        return new Received(
                request,
                new RequestView(request, RoutedMethod.of(request, null), content, this),
                input,
                before.key.of(request, input));
    }

    @Override
    public CacheRequest request() {
        return received.view;
    }

    @Override
    public CachePolicy policy() {
        return received.key.policy();
    }

    @Override
    public CacheKey key() {
        return received.key.key();
    }

    @Override
    public boolean isKeyed() {
        return received.key.isComplete();
    }

    @Override
    public @Nullable String notCacheableReason() {
        return notKeyedContentReason() == null ? received.key.notCacheableReason() : notKeyedContentReason();
    }

    @Override
    public boolean isContentKeyed() {
        return received.input.body() != null;
    }

    /** RFC 9110 §13.2.1: to a POST request, only its handler knows what a condition applies to. */
    private @Nullable String notKeyedContentReason() {
        RequestBody body = received.input.body();
        if (body == null) {
            return null;
        }
        boolean conditional = received.view.method().equals("POST") && Preconditions.isConditional(received.view);
        return conditional ? OutcomeDetail.CONDITIONAL_POST.text() : body.notReadReason();
    }

    /**
     * Checks again whether the key contains every value that the handler received. Call it with the handler response:
     * filters nearer to the handler may have changed what it received.
     */
    public void recheckKey() {
        received.key.recheck();
    }

    /**
     * Checks whether the key is still that of the request. Call it before the handler of a run in the background: the filters of
     * the server may have given other values to this run, such as another user or tenant.
     *
     * @param request the request as these filters leave it, from now on the request of this call
     */
    public void compareKey(HttpRequest<?> request) {
        if (request != received.request) {
            received = received(request, received);
        }
        received.key.compare();
    }

    /** {@return the parts of the request that the key contains} */
    public KeyInputs keyInputs() {
        return received.key.inputs();
    }

    @Override
    public List<String> tags() {
        List<String> known = tags;
        if (known == null) {
            known = generateTags();
            tags = known;
        }
        return known;
    }

    private List<String> generateTags() {
        List<String> all = new ArrayList<>(route.tags());
        RoutePath path = route.paths().get(matched);
        all.add(Tags.path(path == null ? CachedPaths.decode(httpRequest().getPath()) : path.text(pathVariables())));
        TagWriter writer = new TagWriter(received.input, RouteArguments.of(matched, resolvers));
        route.route().tags().write(writer);
        writer.tags().forEach(name -> all.add(Tags.named(name)));
        return List.copyOf(all);
    }

    @Override
    public Deadline deadline() {
        Deadline known = deadline;
        if (known == null) {
            known = new Deadline();
            deadline = known;
        }
        return known;
    }

    @Override
    public boolean near() {
        return route.near();
    }

    /** Without access to the request, a handler cannot distinguish HEAD from GET. */
    @Override
    public boolean headRunsGet() {
        return !route.uriKeyed();
    }

    @Override
    public CacheCall detach() {
        if (isContentKeyed()) {
            throw new IllegalStateException("The content of a request does not outlive it");
        }
        return new ServerCall(this, new DetachedRequest<>(httpRequest()));
    }

    @Override
    public void runInBackground(PendingFetch pending) {
        background.run(this, pending);
    }

    @Override
    public String describe() {
        return httpRequest().getMethodName() + ' ' + httpRequest().getUri();
    }

    /** {@return whether the key contains every query parameter of the request, or the whole query selects the response} */
    public boolean isQueryKeyed() {
        if (httpRequest().getUri().getRawQuery() == null
                || (route.uriKeyed() && route.ignored().isEmpty())
                || isQuerySelecting()) {
            return true;
        }
        KeyInputs inputs = keyInputs();
        return httpRequest().getParameters().names().stream().allMatch(inputs::hasParameter);
    }

    private boolean isQuerySelecting() {
        return recorded != null
                && route.reads().setting() == UnkeyedReads.VARY
                && recorded.contains(RequestPart.of(RequestPart.Kind.QUERY));
    }

    /**
     * Begins to record what code behind the cache reads, unless the route says otherwise.
     *
     * @param original the request for the handler
     * @return the request that the handler receives, observed or unchanged
     * @param <B> the type of its body
     */
    public <B> HttpRequest<B> beginReads(HttpRequest<B> original) {
        recorded = route.reads().begin(received.key::inputs, received.key.contributedAttributes());
        return observed(original);
    }

    /**
     * Hides from code behind the cache what the key does not contain.
     *
     * @param original the request for the handler
     * @return the request that the handler receives
     * @param <B> the type of its body
     */
    public <B> HttpRequest<B> isolate(HttpRequest<B> original) {
        HttpRequest<B> limited = new IsolatedRequest<>(original, keyInputs());
        isolated = limited;
        return limited;
    }

    private <B> HttpRequest<B> observed(HttpRequest<B> original) {
        return recorded == null ? original : ObservedRequest.of(original, recorded);
    }

    /** {@return the request as code behind the cache sees it, which writers of the body read after the handler} */
    public HttpRequest<?> requestBehindCache() {
        return isolated == null ? observed(httpRequest()) : isolated;
    }

    /**
     * Ends the record of what the handler read.
     *
     * @param unstoredError tells whether the response is an error response that is not stored
     * @return the parts that it read beside the key
     * @throws io.httpcached.server.reads.UnkeyedReadException if the route does not permit that
     */
    public Reads endReads(BooleanSupplier unstoredError) {
        if (recorded != null) {
            reads = route.reads().end(recorded, received.view, unstoredError, this::describe);
        }
        return reads;
    }

    /** {@return the parts that the handler read beside the key, once the record has ended} */
    public Reads reads() {
        return reads;
    }

    @Override
    public String text(RequestPart part) {
        return RequestParts.text(part, httpRequest(), resolvers, recorded);
    }

    /** {@return the path variables of the request, by name} */
    public Map<String, Object> pathVariables() {
        return received.input.variables();
    }

    /** {@return the cached route} */
    public ResolvedRoute route() {
        return route;
    }

    /** {@return the request as the server passed it to the cache} */
    public HttpRequest<?> httpRequest() {
        return received.request;
    }
}
