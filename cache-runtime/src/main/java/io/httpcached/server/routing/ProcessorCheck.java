package io.httpcached.server.routing;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.NoHttpCache;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.annotation.Annotation;
import java.util.function.Predicate;

/**
 * Stops start-up where an annotation would do nothing, because there is no generated code for it: its module was compiled
 * without the annotation processor, or what that wrote was lost on the way to the class path.
 */
final class ProcessorCheck {

    private ProcessorCheck() {}

    /**
     * Looks for {@link HttpCached}.
     *
     * @param cached the routes that there is code for
     * @throws ConfigurationException if a route has the annotation and no code
     */
    static void cached(Router router, RouteIndex<?> cached) {
        check(router, cached, HttpCached.class, ProcessorCheck::isToBeCached);
    }

    /**
     * Looks for {@link HttpCacheInvalidate}.
     *
     * @param invalidating the routes that there is code for
     * @throws ConfigurationException if a route has the annotation and no code
     */
    static void invalidating(Router router, RouteIndex<?> invalidating) {
        check(router, invalidating, HttpCacheInvalidate.class, ProcessorCheck::isToInvalidate);
    }

    private static void check(
            Router router,
            RouteIndex<?> known,
            Class<? extends Annotation> annotation,
            Predicate<UriRouteInfo<?, ?>> wanted) {
        router.uriRoutes()
                .filter(info -> known.find(info) == null && wanted.test(info))
                .findFirst()
                .ifPresent(info -> {
                    throw new ConfigurationException("@" + annotation.getSimpleName() + " of " + method(info)
                            + " does nothing: there is no generated code for it. Compile its module with"
                            + " io.httpcached:httpcached-processor among the annotation processors, anew if it was"
                            + " compiled without; if jars are merged, keep all that they have in META-INF/micronaut.");
                });
    }

    /** The policy of a controller is for its GET routes; on methods other than GET the compiler refuses one. */
    private static boolean isToBeCached(UriRouteInfo<?, ?> info) {
        return info.getHttpMethod() == HttpMethod.GET
                && info.getAnnotationMetadata().hasStereotype(HttpCached.class)
                && !info.getAnnotationMetadata().hasStereotype(NoHttpCache.class);
    }

    private static boolean isToInvalidate(UriRouteInfo<?, ?> info) {
        return !info.getAnnotationMetadata()
                .getAnnotationValuesByType(HttpCacheInvalidate.class)
                .isEmpty();
    }

    private static String method(UriRouteInfo<?, ?> info) {
        MethodExecutionHandle<?, ?> method = info.getTargetMethod();
        return method.getDeclaringType().getName() + '.' + method.getMethodName();
    }
}
