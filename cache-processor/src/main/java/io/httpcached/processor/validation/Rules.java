package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.InvalidatingRoute;
import java.util.List;
import java.util.stream.Stream;

/** All rules for one controller. Stateless. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new MethodRule(),
            new OptOutRule(),
            new RivalPolicyRule(),
            new NamedPolicyRule(),
            new BodyRule(),
            new MediaTypeRule(),
            new DurationRule(),
            new WholeSecondsRule(),
            new ClientLifetimeRule(),
            new StatusRule(),
            new VersionRule(),
            new VaryRule(),
            new DefeatingVaryRule(),
            new InputRule(),
            new UnboundedQueryRule(),
            new UserRule(),
            new RestrictedScopeRule(),
            new PrivateScopeRule(),
            new TagRule(),
            new AccessRule());

    private Rules() {}

    /**
     * Judges a class.
     *
     * @param controller what was read
     * @return every finding; interceptors may be written if none is an error
     */
    public static List<Finding> check(CachedController controller) {
        Stream<Finding> ofCached = controller.routes().stream().flatMap(Rules::check);
        Stream<Finding> ofInvalidating = controller.invalidations().stream().flatMap(Rules::check);
        return Stream.of(
                        PlaceRule.check(controller),
                        AccessRule.check(controller),
                        ofCached,
                        ofInvalidating,
                        UnsafeRule.check(controller))
                .flatMap(findings -> findings)
                .toList();
    }

    /** Its parameters make no key, so the rules about keys are not for it. */
    private static Stream<Finding> check(InvalidatingRoute route) {
        return Stream.concat(InvalidationRule.check(route), AccessRule.check(route));
    }

    private static Stream<Finding> check(CachedRoute route) {
        return ALL.stream().flatMap(rule -> rule.check(route));
    }
}
