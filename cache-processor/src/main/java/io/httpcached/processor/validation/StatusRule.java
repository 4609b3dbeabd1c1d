package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every status is one of a complete final response. */
final class StatusRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Setting<List<Integer>> statuses = route.policy().statuses();
        return statuses.value().stream()
                .flatMap(status -> objection(status)
                        .map(reason -> new Finding(
                                statuses.origin(),
                                "@HttpCached(statuses = " + status + ") can never apply",
                                reason,
                                "Name status codes from 200 to 599 other than 206 and 304, for example {200, 404}"))
                        .stream());
    }

    private static Optional<String> objection(int status) {
        if (status == 206) {
            return Optional.of("A partial response holds a piece of the body (RFC 9110 §15.3.7)");
        }
        if (status == 304) {
            return Optional.of("It refers to a response that the client has already (RFC 9110 §15.4.5)");
        }
        return status < 200 || status > 599
                ? Optional.of("It is no final status code (RFC 9110 §15)")
                : Optional.empty();
    }
}
