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
 * Fails startup if an annotation would have no effect, because its controller has no generated interceptor: its module was
 * compiled without the annotation processor, or the generated files are missing on the class path.
 */
final class ProcessorCheck {

    private ProcessorCheck() {}

    /**
     * Checks routes with {@link HttpCached}.
     *
     * @param cached the routes of the interceptors
     * @throws ConfigurationException if a route has the annotation, but no interceptor
     */
    static void checkCached(Router router, RouteIndex<?> cached) {
        check(router, cached, HttpCached.class, ProcessorCheck::isCached);
    }

    /**
     * Checks routes with {@link HttpCacheInvalidate}.
     *
     * @param invalidating the routes of the interceptors
     * @throws ConfigurationException if a route has the annotation, but no interceptor
     */
    static void checkInvalidating(Router router, RouteIndex<?> invalidating) {
        check(router, invalidating, HttpCacheInvalidate.class, ProcessorCheck::isInvalidating);
    }

    private static void check(
            Router router,
            RouteIndex<?> known,
            Class<? extends Annotation> annotation,
            Predicate<UriRouteInfo<?, ?>> needsInterceptor) {
        router.uriRoutes()
                .filter(info -> known.find(info) == null && needsInterceptor.test(info))
                .findFirst()
                .ifPresent(info -> {
                    throw new ConfigurationException("@" + annotation.getSimpleName() + " on " + method(info)
                            + " has no effect, because its controller has no generated interceptor. Add"
                            + " io.httpcached:httpcached-processor to the annotation processors of its module and"
                            + " recompile it. If jars are merged, keep all files under META-INF/micronaut.");
                });
    }

    /** The policy of a controller applies to its GET routes; on other methods, it is a compile error unless they are safe. */
    private static boolean isCached(UriRouteInfo<?, ?> info) {
        return (info.getHttpMethod() == HttpMethod.GET || SafePost.isDeclaredBy(info))
                && info.getAnnotationMetadata().hasStereotype(HttpCached.class)
                && !info.getAnnotationMetadata().hasStereotype(NoHttpCache.class);
    }

    private static boolean isInvalidating(UriRouteInfo<?, ?> info) {
        return !info.getAnnotationMetadata()
                .getAnnotationValuesByType(HttpCacheInvalidate.class)
                .isEmpty();
    }

    private static String method(UriRouteInfo<?, ?> info) {
        MethodExecutionHandle<?, ?> method = info.getTargetMethod();
        return method.getDeclaringType().getName() + '.' + method.getMethodName();
    }
}
