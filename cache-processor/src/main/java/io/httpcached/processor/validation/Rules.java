package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InvalidatingRoute;
import java.util.List;
import java.util.stream.Stream;

/** All rules. Stateless. */
public final class Rules {

    private static final List<Rule> OF_CACHED_ROUTES = List.of(
            new MethodRule(),
            new PolicyRule(),
            new ResponseRule(),
            new DurationRule(),
            new ShareRule(),
            new StaleAfterRule(),
            new ValueRule(),
            new VaryRule(),
            new KeyContributorRule(),
            new InputRule(),
            new UnboundedQueryRule(),
            new ViewRule(),
            new ScopeRule(),
            new ResultTagRule(),
            TemplateRule::checkTags,
            VisibilityRule::check);

    private Rules() {}

    /**
     * Checks a controller.
     *
     * @param controller the controller
     * @return its errors and warnings; its interceptor can be written if there are no errors
     */
    public static List<Problem> check(ControllerModel controller) {
        Stream<Problem> ofCached = controller.routes().stream().flatMap(Rules::check);
        Stream<Problem> ofInvalidating = controller.invalidations().stream().flatMap(Rules::check);
        return Stream.of(
                        MisplacedAnnotationRule.check(controller),
                        VisibilityRule.check(controller),
                        TypedCacheRule.check(controller),
                        ofCached,
                        ofInvalidating,
                        IgnoredParameterRule.check(controller),
                        UnsafeRule.check(controller))
                .flatMap(problems -> problems)
                .toList();
    }

    /** The rules for keys do not apply, because its parameters form no key. */
    private static Stream<Problem> check(InvalidatingRoute route) {
        List<Problem> expressions = ExpressionRule.check(route).toList();
        return Stream.concat(
                expressions.isEmpty() ? InvalidationRule.check(route) : expressions.stream(),
                VisibilityRule.check(route));
    }

    /** An expression is one error, whatever its text violates besides. */
    private static Stream<Problem> check(CachedRoute route) {
        List<Problem> expressions = ExpressionRule.check(route).toList();
        return !expressions.isEmpty()
                ? expressions.stream()
                : OF_CACHED_ROUTES.stream().flatMap(rule -> rule.check(route));
    }
}
