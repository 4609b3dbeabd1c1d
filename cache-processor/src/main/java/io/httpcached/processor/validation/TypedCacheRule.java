package io.httpcached.processor.validation;

import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.TypedCache;
import io.httpcached.processor.model.TypedCacheRequest;
import java.util.stream.Stream;

/** A typed cache has a name of its own, and routes to invalidate. */
final class TypedCacheRule {

    private TypedCacheRule() {}

    static Stream<Problem> check(ControllerModel controller) {
        if (controller.typedCache() == TypedCacheRequest.NONE) {
            return Stream.empty();
        }
        if (controller.routes().isEmpty()) {
            return Stream.of(new Problem(
                    controller.origin(),
                    "@TypedHttpCache is on a class without cached routes",
                    "It generates methods that invalidate the entries of cached routes, so there would be none",
                    "Add @HttpCached to a @Get method of a @Controller, or remove @TypedHttpCache"));
        }
        if (controller.typedCache() == TypedCacheRequest.NAME_TAKEN) {
            return Stream.of(new Problem(
                    controller.origin(),
                    "@TypedHttpCache cannot generate "
                            + TypedCache.nameFor(controller.type()).simpleName(),
                    "The package has a class with this name",
                    "Rename that class or the controller, or remove @TypedHttpCache"));
        }
        return Stream.empty();
    }
}
