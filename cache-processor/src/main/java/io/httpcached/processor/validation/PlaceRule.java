package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.Misplaced;
import java.util.stream.Stream;

/** An annotation stands where the cache, which sees requests and not calls, can do something for it. */
final class PlaceRule {

    private PlaceRule() {}

    static Stream<Finding> check(CachedController controller) {
        return controller.misplaced().stream().map(PlaceRule::finding);
    }

    private static Finding finding(Misplaced misplaced) {
        return switch (misplaced.annotation()) {
            case CACHED ->
                new Finding(
                        misplaced.origin(),
                        "@HttpCached is on " + misplaced.what(),
                        "The response cache answers HTTP requests and sees GET routes of controllers only, so nothing"
                                + " would be cached here",
                        "Put it on a @Get method of a @Controller, or use @Cacheable of micronaut-cache to keep the"
                                + " result of a method");
            case INVALIDATE ->
                new Finding(
                        misplaced.origin(),
                        "@HttpCacheInvalidate is on " + misplaced.what(),
                        "The response cache invalidates when a route of a controller has answered, so nothing would be"
                                + " invalidated here",
                        "Put it on a method of a @Controller that is mapped to a URI, or inject io.httpcached.HttpCache"
                                + " and call it");
        };
    }
}
