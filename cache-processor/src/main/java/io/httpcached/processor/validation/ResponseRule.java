package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ResponseBody;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A route has a response whose body is complete before it is sent: only such a response may be stored (RFC 9111 §3.3). */
final class ResponseRule implements Rule {

    private static final Set<String> STREAMS = Set.of(
            "text/event-stream", "application/x-json-stream", "application/stream+json", "multipart/x-mixed-replace");

    @Override
    public Stream<Problem> check(CachedRoute route) {
        return Stream.concat(checkBody(route), checkMediaTypes(route));
    }

    private static Stream<Problem> checkBody(CachedRoute route) {
        if (route.body() instanceof ResponseBody.Nothing nothing) {
            return Stream.of(new Problem(
                    route.origin(),
                    "@HttpCached is on a method that returns " + nothing.type(),
                    "There is no response body to store",
                    "Return the value to cache, or exclude the method with @NoHttpCache"));
        }
        if (route.body() instanceof ResponseBody.SessionValue) {
            return Stream.of(new Problem(
                    route.origin(),
                    "@HttpCached is on a method with @SessionValue",
                    "A hit does not run the method, so the session would receive a result that another request produced",
                    "Remove @SessionValue and store the value in a method that is not cached, or exclude the method"
                            + " with @NoHttpCache"));
        }
        if (route.body() instanceof ResponseBody.Streamed streamed) {
            return Stream.of(new Problem(
                    route.origin(),
                    "@HttpCached is on a method that streams its response (" + streamed.type() + ")",
                    "A streamed body is sent while it is produced and is never complete in memory, so it cannot be stored",
                    "Return the whole body (a List, a Mono of a List or a byte[]), or exclude the method with"
                            + " @NoHttpCache"));
        }
        return Stream.empty();
    }

    private static Stream<Problem> checkMediaTypes(CachedRoute route) {
        return route.produces().stream()
                .filter(ResponseRule::isStream)
                .map(type -> new Problem(
                        route.origin(),
                        "@HttpCached is on a method that produces " + type,
                        "This media type is a stream of messages that is never complete, so it cannot be stored",
                        "Produce another media type, or exclude the method with @NoHttpCache"));
    }

    private static boolean isStream(String type) {
        int parameters = type.indexOf(';');
        String essence = parameters < 0 ? type : type.substring(0, parameters);
        return STREAMS.contains(essence.trim().toLowerCase(Locale.ROOT));
    }
}
