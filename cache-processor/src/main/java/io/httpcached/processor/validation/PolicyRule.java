package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ConflictingPolicies;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The annotations of a route do not contradict each other. Members next to a named policy are allowed, because they override
 * single members of it, unless they leave nothing for it to supply.
 */
final class PolicyRule implements Rule {

    @Override
    public Stream<Problem> check(CachedRoute route) {
        Stream<Problem> conflicts = route.conflicts().stream().map(PolicyRule::conflict);
        return Stream.of(optOut(route), conflicts, namedPolicy(route)).flatMap(problems -> problems);
    }

    private static Stream<Problem> optOut(CachedRoute route) {
        return route.optedOut()
                ? Stream.of(new Problem(
                        route.origin(),
                        "@HttpCached and @NoHttpCache contradict each other",
                        "One of them would be ignored",
                        "Remove one of the two"))
                : Stream.empty();
    }

    private static Problem conflict(ConflictingPolicies conflict) {
        String names = conflict.annotations().stream().map(name -> "@" + name).collect(Collectors.joining(" and "));
        return new Problem(
                conflict.origin(),
                names + " set conflicting policies for one element",
                "Policies of one element are not merged, so all but one would be ignored",
                "Keep one of them and set all members on it; if they are inherited, annotate the method or the class itself."
                        + " Only the policy of a method is merged with that of its class");
    }

    private static Stream<Problem> namedPolicy(CachedRoute route) {
        Policy policy = route.policy();
        if (!policy.isSet(Member.POLICY)) {
            return Stream.empty();
        }
        return Member.OF_NAMED_POLICY.stream()
                        .filter(member -> !member.equals(Member.IGNORED_PARAMETERS) || route.keepsWholeQuery())
                        .allMatch(policy::isSet)
                ? Stream.of(useless(policy.setting(Member.POLICY)))
                : overridden(route);
    }

    private static Problem useless(Setting<String> policy) {
        return new Problem(
                policy.origin(),
                "@HttpCached(policy = \"" + policy.value() + "\") has no effect",
                "A named policy supplies the members that the annotations do not set, and these set all of them",
                "Remove policy, or the members that the policy should supply");
    }

    private static Stream<Problem> overridden(CachedRoute route) {
        Setting<String> named = route.policy().setting(Member.POLICY);
        if (!named.origin().equals(route.origin())) {
            return Stream.empty();
        }
        List<String> durations = Member.TIMES.stream()
                .filter(route.policy()::isSet)
                .filter(member -> !route.policy().setting(member).origin().equals(route.origin()))
                .map(Member::name)
                .toList();
        return durations.isEmpty()
                ? Stream.empty()
                : Stream.of(new Problem(
                        Warning.OVERRIDDEN_POLICY,
                        route.origin(),
                        "@HttpCached(policy = \"" + named.value() + "\") is overridden by "
                                + String.join(", ", durations) + " of the class",
                        "A named policy supplies only members that neither the method nor its class sets",
                        "Set these members on the methods instead of the class, or in a policy that the class names"));
    }
}
