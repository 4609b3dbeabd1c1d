package io.httpcached.server.filter;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.core.Fields;
import io.httpcached.server.request.FetchRequest;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request for the handler whose response can be stored, where the client's request would not produce one:
 *
 * <ul>
 *   <li>The validators of the stored response replace the client's conditions (RFC 9111 §4.3.1). Without a stored
 *       response there are no conditions; those of the client are evaluated on the full response.
 *   <li>HEAD becomes GET, because the server would drop the body of the response to HEAD.
 *   <li>With {@code UnkeyedReads.HIDE}, the handler of a shared entry receives only the parts of the request
 *       that the key contains.
 * </ul>
 */
final class FetchRequests {

    private FetchRequests() {}

    /**
     * Replaces the request if the handler is to receive another one, and the current request of the propagated context with it: until
     * the handler runs, Micronaut leaves the client's request there.
     *
     * @param request the request after the lookup
     * @param context the context in which the handler runs
     * @return the request for the handler, or null if it stays the same
     */
    static @Nullable HttpRequest<?> replace(HttpRequest<?> request, MutablePropagatedContext context) {
        HandlerRun run = HandlerRun.of(request);
        if (run == null) {
            FailedWaiter.failIfAttached(request);
            return null;
        }
        if (!run.fetch().concernsEntry()) {
            return null;
        }
        HttpRequest<?> replaced = run.fetch().store() ? forHandler(run, request) : forHead(run, request);
        if (replaced == request) {
            return null;
        }
        context.add(new ServerHttpRequestContext(replaced));
        return replaced;
    }

    private static HttpRequest<?> forHandler(HandlerRun run, HttpRequest<?> request) {
        ServerCall call = run.call();
        Fields conditions = run.fetch().conditions();
        if (isIsolated(call)) {
            return new FetchRequest<>(call.isolate(request), conditions);
        }
        boolean unchanged = request.getMethod() == HttpMethod.GET || call.isContentKeyed();
        return conditions.size() == 0 && !isConditional(request) && unchanged
                ? call.beginReads(request)
                : call.beginReads(new FetchRequest<>(request, conditions));
    }

    /** The response to HEAD is not stored, but may update the fields of what is stored (RFC 9111 §4.3.5). */
    private static HttpRequest<?> forHead(HandlerRun run, HttpRequest<?> request) {
        return isIsolated(run.call()) ? run.call().isolate(request) : run.call().beginReads(request);
    }

    private static boolean isIsolated(ServerCall call) {
        return call.route().reads().setting() == UnkeyedReads.HIDE
                && !call.route().perUser();
    }

    private static boolean isConditional(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return headers.contains(HttpHeaders.IF_NONE_MATCH) || headers.contains(HttpHeaders.IF_MODIFIED_SINCE);
    }
}
