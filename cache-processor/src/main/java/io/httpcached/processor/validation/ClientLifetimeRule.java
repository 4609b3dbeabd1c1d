package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import io.micronaut.inject.ast.Element;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** No client is told to keep a response for longer than the cache does. */
final class ClientLifetimeRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Policy policy = route.policy();
        Optional<Duration> ttl = Durations.known(policy.ttl());
        Optional<Duration> clientTtl = Durations.known(policy.clientTtl());
        return ttl.isPresent()
                        && clientTtl
                                .filter(text -> text.compareTo(ttl.get()) > 0)
                                .isPresent()
                ? Stream.of(finding(policy.ttl(), policy.clientTtl(), route.origin()))
                : Stream.empty();
    }

    /** Where the two stand at different elements, it is the method in which they meet. */
    private static Finding finding(Setting<String> ttl, Setting<String> clientTtl, Element method) {
        return new Finding(
                ttl.origin().equals(clientTtl.origin()) ? ttl.origin() : method,
                "@HttpCached(clientTtl = \"" + clientTtl.value() + "\") is longer than the ttl of " + ttl.value(),
                "A response is fresh for the same time everywhere (RFC 9111 §4.2), so what exceeds the ttl would be"
                        + " ignored",
                "Write a shorter clientTtl, or leave it out: clients then keep a response for what remains of the ttl");
    }
}
