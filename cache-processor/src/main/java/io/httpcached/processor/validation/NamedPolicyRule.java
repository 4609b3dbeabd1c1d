package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A named policy has a say. Members that stand beside it are exceptions from it and welcome, unless they are all there
 * are; one that stands at the class, however, wins over a policy at the method, which is hard to see there.
 */
final class NamedPolicyRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        Policy policy = route.policy();
        if (policy.policy().value().isEmpty()) {
            return Stream.empty();
        }
        return policy.leavesToNamed() ? overridden(route) : Stream.of(useless(policy.policy()));
    }

    private static Finding useless(Setting<String> policy) {
        return new Finding(
                policy.origin(),
                "@HttpCached(policy = \"" + policy.value() + "\") supplies nothing",
                "A policy supplies the members that are not set, and all that it could are",
                "Remove policy, or the members that are to come from it");
    }

    private static Stream<Finding> overridden(CachedRoute route) {
        Setting<String> policy = route.policy().policy();
        if (!policy.origin().equals(route.origin())) {
            return Stream.empty();
        }
        List<String> lifetimes = route.policy().durations().entrySet().stream()
                .filter(member -> !member.getValue().value().isEmpty())
                .filter(member -> !member.getValue().origin().equals(route.origin()))
                .map(Map.Entry::getKey)
                .toList();
        return lifetimes.isEmpty()
                ? Stream.empty()
                : Stream.of(new Finding(
                        Warning.OVERRIDDEN_POLICY,
                        route.origin(),
                        "@HttpCached(policy = \"" + policy.value() + "\") is overridden by the "
                                + String.join(", ", lifetimes) + " of the class",
                        "A policy supplies the members that are set neither on the method nor on its class",
                        "Set them on the methods instead of the class, or in a policy that the class names"));
    }
}
