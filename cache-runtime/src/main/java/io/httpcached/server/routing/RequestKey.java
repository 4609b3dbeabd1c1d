package io.httpcached.server.routing;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.server.interceptor.KeyInputs;
import io.httpcached.server.interceptor.KeyWriter;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.interceptor.RouteInput;
import io.micronaut.http.HttpRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of one request to a cached route. It is generated at once, because the request may have changed when it is needed. Used by
 * one thread at a time.
 */
final class RequestKey {

    private final HttpRequest<?> request;
    private final ResolvedRoute route;
    private final RouteInput input;
    private final RequestResolvers resolvers;
    private final @Nullable Contributions contributions;
    private final CacheKey key;
    private final String user;
    private boolean complete;
    private Set<String> contributedAttributes;

    /**
     * Generates the key of a request.
     *
     * @param request the request
     * @param route its route
     * @param input the request with its path variables
     * @param resolvers determine the host and the language
     */
    RequestKey(HttpRequest<?> request, ResolvedRoute route, RouteInput input, RequestResolvers resolvers) {
        this.request = request;
        this.route = route;
        this.input = input;
        this.resolvers = resolvers;
        this.contributions = contribute();
        this.contributedAttributes = attributes(contributions);
        KeyWriter writer = write();
        this.key = key(writer);
        this.complete = writer.isComplete() && notCacheableReason() == null;
        this.user = user();
    }

    /** Creates the same key for a copy of the request. */
    private RequestKey(RequestKey original, HttpRequest<?> copy, RouteInput input) {
        this.request = copy;
        this.route = original.route;
        this.input = input;
        this.resolvers = original.resolvers;
        this.contributions = original.contributions;
        this.contributedAttributes = original.contributedAttributes;
        this.key = original.key;
        this.complete = original.complete;
        this.user = original.user;
    }

    /** {@return the same key for a copy of the request} */
    RequestKey of(HttpRequest<?> copy, RouteInput copiedInput) {
        return new RequestKey(this, copy, copiedInput);
    }

    CacheKey key() {
        return key;
    }

    /** {@return the policy of the route, with the names of the contributions for {@code Vary}} */
    CachePolicy policy() {
        return contributions == null ? route.policy() : contributions.policy();
    }

    /** {@return whether the key contains every value that the handler receives} */
    boolean isComplete() {
        return complete;
    }

    /** {@return the reason of a key contributor why the request bypasses the cache, or null if none has one} */
    @Nullable
    String notCacheableReason() {
        return contributions == null ? null : contributions.notCacheableReason();
    }

    /**
     * Checks again whether the key contains every value that the handler received. The values themselves are not compared, since a
     * handler that forwards its request changes the fields of the request. Key contributors are not asked again.
     */
    void recheck() {
        complete = complete && write().isComplete() && user.equals(user());
    }

    /** Checks whether the request as it is now would have the same key. */
    void compare() {
        Contributions now = contribute();
        contributedAttributes = attributes(now);
        KeyWriter writer = write(input, now);
        boolean cacheable = now == null || now.notCacheableReason() == null;
        complete = complete && cacheable && writer.isComplete() && key(writer).equals(key);
    }

    /** {@return the parts of the request that the key generator writes} */
    KeyInputs inputs() {
        KeyInputs inputs = new KeyInputs();
        write(new RouteInput(request, input.variables(), inputs, input.body()), contributions);
        return inputs;
    }

    /** {@return the request attributes that key contributors read, for which their contributions stand in the key} */
    Set<String> contributedAttributes() {
        return contributedAttributes;
    }

    private static Set<String> attributes(@Nullable Contributions contributions) {
        return contributions == null ? Set.of() : contributions.attributes();
    }

    private @Nullable Contributions contribute() {
        RouteContributors contributors = route.contributors();
        return contributors == null ? null : contributors.contribute(request, route.policy());
    }

    /** Returns the name of the principal, or an empty text on a route with shared entries. */
    private String user() {
        return route.perUser() ? input.user() : "";
    }

    private CacheKey key(KeyWriter writer) {
        return writer.isEmpty() ? route.bareKey() : CacheKey.of(writer.key());
    }

    private KeyWriter write() {
        return write(input, contributions);
    }

    private KeyWriter write(RouteInput from, @Nullable Contributions contributed) {
        KeyWriter writer = new KeyWriter(from, resolvers, route.keyPrefix(), route.ignored());
        if (route.perUser()) {
            writer.user(user());
        }
        if (contributed != null) {
            contributed.writeTo(writer);
        }
        if (!route.keyedFields().isEmpty()) {
            route.keyedFields().forEach(writer::vary);
        }
        route.route().key().write(writer);
        return writer;
    }
}
