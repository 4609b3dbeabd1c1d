package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Rivals;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An element has one policy. */
final class RivalPolicyRule implements Rule {

    @Override
    public Stream<Finding> check(CachedRoute route) {
        return route.rivals().stream().map(RivalPolicyRule::finding);
    }

    private static Finding finding(Rivals rivals) {
        String names = rivals.annotations().stream().map(name -> "@" + name).collect(Collectors.joining(" and "));
        return new Finding(
                rivals.origin(),
                names + " are several policies for one element",
                "They are not merged: one would count and the rest be ignored",
                "Keep one and set all members on it, at the method or class itself if they are inherited: only the policies"
                        + " of a method and its class are merged");
    }
}
