package io.httpcached.processor.validation;

import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.Misplaced;
import java.util.stream.Stream;

/** The annotation stands where the cache, which sees requests and not calls, can do something for it. */
final class PlaceRule {

    private PlaceRule() {}

    static Stream<Finding> check(CachedController controller) {
        return controller.misplaced().stream().map(PlaceRule::finding);
    }

    private static Finding finding(Misplaced misplaced) {
        return new Finding(
                misplaced.origin(),
                "@HttpCached is on " + misplaced.what(),
                "The response cache answers HTTP requests and sees GET routes of controllers only, so nothing would be"
                        + " cached here",
                "Put it on a @Get method of a @Controller, or use @Cacheable of micronaut-cache to keep the result of"
                        + " a method");
    }
}
