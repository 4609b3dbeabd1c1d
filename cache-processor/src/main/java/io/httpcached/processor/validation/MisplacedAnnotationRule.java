package io.httpcached.processor.validation;

import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.MisplacedAnnotation;
import java.util.stream.Stream;

/** Annotations are on routes of controllers: the cache handles HTTP requests, not method calls. */
final class MisplacedAnnotationRule {

    private MisplacedAnnotationRule() {}

    static Stream<Problem> check(ControllerModel controller) {
        return controller.misplaced().stream().map(MisplacedAnnotationRule::problem);
    }

    private static Problem problem(MisplacedAnnotation misplaced) {
        return switch (misplaced.annotation()) {
            case CACHED ->
                new Problem(
                        misplaced.origin(),
                        "@HttpCached is on " + misplaced.place(),
                        "The cache handles HTTP requests for GET routes of controllers only, so nothing would be cached"
                                + " here",
                        "Move it to a @Get method of a @Controller, or use @Cacheable of micronaut-cache to cache the"
                                + " result of a method");
            case INVALIDATE ->
                new Problem(
                        misplaced.origin(),
                        "@HttpCacheInvalidate is on " + misplaced.place(),
                        "The cache invalidates after a route of a controller has responded, so nothing would be"
                                + " invalidated here",
                        "Move it to a route of a @Controller, or inject io.httpcached.HttpCache and call it");
        };
    }
}
