package io.httpcached.suite.load;

import io.httpcached.suite.wire.WireResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request and the responses that are right for it.
 *
 * @param kind the kind of the request
 * @param method the method
 * @param target the request target
 * @param headerLines the header lines
 * @param check the check of the response
 */
record LoadRequest(RequestKind kind, String method, String target, List<String> headerLines, Check check) {

    /** A check of a response. */
    @FunctionalInterface
    interface Check {

        /** Returns a description of the error in a response, or null if the response is right. */
        @Nullable
        String problem(WireResponse response);
    }
}
