package io.httpcached.server.filter;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.engine.CacheCall;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.PendingFetch;
import io.httpcached.engine.Tags;
import io.httpcached.server.interceptor.KeyInputs;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteInput;
import io.httpcached.server.interceptor.TagWriter;
import io.httpcached.server.request.DetachedRequest;
import io.httpcached.server.request.RequestView;
import io.httpcached.server.routing.ResolvedRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteMatch;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request to a cached route. The key is made at once, while the request is there; tags when they are needed. */
final class ServerCall implements CacheCall {

    private final HttpRequest<?> request;
    private final RequestView view;
    private final ResolvedRoute route;
    private final RouteInput input;
    private final RequestResolvers resolvers;
    private final BackgroundRequests background;
    private final CacheKey key;
    private boolean keyed;
    private @Nullable List<String> tags;
    private @Nullable Deadline deadline;

    ServerCall(
            HttpRequest<?> request,
            RouteMatch<?> match,
            ResolvedRoute route,
            RequestResolvers resolvers,
            BackgroundRequests background) {
        this.request = request;
        this.view = new RequestView(request, this::isKeyed);
        this.route = route;
        this.input = new RouteInput(request, match.getVariableValues());
        this.resolvers = resolvers;
        this.background = background;
        KeyWriter writer = writeKey();
        this.key = writer.isEmpty() ? route.bareKey() : CacheKey.of(writer.key());
        this.keyed = writer.isComplete();
    }

    /** The same call by a request that outlives the client's. */
    private ServerCall(ServerCall original, HttpRequest<?> detached) {
        this.request = detached;
        this.view = new RequestView(detached, this::isKeyed);
        this.route = original.route;
        this.input = new RouteInput(detached, original.input.variables());
        this.resolvers = original.resolvers;
        this.background = original.background;
        this.key = original.key;
        this.keyed = original.keyed;
        this.tags = original.tags();
        this.deadline = original.deadline;
    }

    @Override
    public CacheRequest request() {
        return view;
    }

    @Override
    public CachePolicy policy() {
        return route.policy();
    }

    @Override
    public CacheKey key() {
        return key;
    }

    @Override
    public List<String> tags() {
        List<String> known = tags;
        if (known == null) {
            known = makeTags();
            tags = known;
        }
        return known;
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

    /** A method that sees neither the method of the request nor the request itself cannot tell HEAD from GET. */
    @Override
    public boolean headRunsGet() {
        return !route.uriKeyed();
    }

    @Override
    public CacheCall detach() {
        return new ServerCall(this, new DetachedRequest<>(request));
    }

    @Override
    public void runInBackground(PendingFetch pending) {
        background.run(request, pending);
    }

    @Override
    public String describe() {
        return request.getMethodName() + ' ' + request.getUri();
    }

    /** To be called when the handler has answered: filters nearer to it may have left what it was given. */
    void checkKey() {
        keyed = keyed && writeKey().isComplete();
    }

    private boolean isKeyed() {
        return keyed;
    }

    Map<String, Object> pathVariables() {
        return input.variables();
    }

    ResolvedRoute route() {
        return route;
    }

    HttpRequest<?> httpRequest() {
        return request;
    }

    /** {@return what of the request is in the key} */
    KeyInputs keyInputs() {
        KeyInputs inputs = new KeyInputs();
        writeKey(new RouteInput(request, input.variables(), inputs));
        return inputs;
    }

    private KeyWriter writeKey() {
        return writeKey(input);
    }

    private KeyWriter writeKey(RouteInput input) {
        KeyWriter writer = new KeyWriter(input, resolvers, route.keyPrefix());
        if (route.perUser()) {
            writer.user(request.getUserPrincipal().map(Principal::getName).orElse(""));
        }
        route.route().key().write(writer);
        return writer;
    }

    private List<String> makeTags() {
        List<String> all = new ArrayList<>(route.tags());
        all.add(Tags.path(request.getUri().getPath()));
        TagWriter writer = new TagWriter(input);
        route.route().tags().write(writer);
        writer.tags().forEach(name -> all.add(Tags.named(name)));
        return List.copyOf(all);
    }
}
