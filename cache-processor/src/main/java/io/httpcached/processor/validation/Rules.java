package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import java.util.List;
import java.util.stream.Stream;

/** All rules. Stateless. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new MethodRule(),
            new OptOutRule(),
            new BodyRule(),
            new MediaTypeRule(),
            new DurationRule(),
            new StatusRule(),
            new VersionRule(),
            new VaryRule(),
            new InputRule(),
            new UserRule(),
            new TagRule(),
            new AccessRule());

    private Rules() {}

    /**
     * Judges a class.
     *
     * @param controller what was read
     * @return every finding; empty if interceptors may be written
     */
    public static List<Finding> check(CachedController controller) {
        Stream<Finding> ofRoutes = controller.routes().stream().flatMap(Rules::check);
        return Stream.of(PlaceRule.check(controller), AccessRule.check(controller), ofRoutes)
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> check(CachedRoute route) {
        return ALL.stream().flatMap(rule -> rule.check(route));
    }
}
