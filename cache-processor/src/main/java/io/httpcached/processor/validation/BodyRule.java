package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ResponseBody;
import java.util.stream.Stream;

/** There is a response, and it is complete before it is sent: only such a response may be stored (RFC 9111 §3.3). */
final class BodyRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        if (route.body() instanceof ResponseBody.Nothing nothing) {
            return Stream.of(new Finding(
                    route.origin(),
                    "@HttpCached is on a method that returns " + nothing.type(),
                    "There is no body to store",
                    "Return what is to be cached, or exclude the method with @NoHttpCache"));
        }
        if (route.body() instanceof ResponseBody.Streamed streamed) {
            return Stream.of(new Finding(
                    route.origin(),
                    "@HttpCached is on a method that streams its response (" + streamed.type() + ")",
                    "A stream is sent while it is produced and is never complete in memory, so it cannot be stored",
                    "Return the whole body (a List or a Mono of it, a byte[]), or exclude the method with"
                            + " @NoHttpCache"));
        }
        return Stream.empty();
    }
}
