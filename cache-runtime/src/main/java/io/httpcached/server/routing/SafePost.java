package io.httpcached.server.routing;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.UriRouteInfo;
import java.util.Arrays;

/** Finds the routes for POST of which the application says that their requests change no data. */
final class SafePost {

    private SafePost() {}

    /** {@return whether a route is for POST, and {@code methods} of its annotation names it} */
    static boolean isDeclaredBy(UriRouteInfo<?, ?> info) {
        AnnotationMetadata annotations = info.getAnnotationMetadata();
        return info.getHttpMethod() == HttpMethod.POST
                && !annotations.hasStereotype(NoHttpCache.class)
                && Arrays.asList(annotations.stringValues(HttpCached.class, "methods"))
                        .contains(HttpMethod.POST.name());
    }
}
