package io.httpcached.server.routing;

import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.HttpCacheInterceptor;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.micronaut.context.BeanContext;
import io.micronaut.core.io.service.SoftServiceLoader;
import jakarta.inject.Singleton;
import java.util.List;

/** The generated interceptors of the application. Immutable. */
@Singleton
final class Interceptors {

    private final List<HttpCacheInterceptor> all;

    Interceptors(BeanContext context) {
        this.all = SoftServiceLoader.load(HttpCacheInterceptor.class, context.getClassLoader())
                .collectAll();
    }

    List<CachedRoute> cachedRoutes() {
        return all.stream().flatMap(each -> each.routes().stream()).toList();
    }

    List<InvalidatingRoute> invalidatingRoutes() {
        return all.stream().flatMap(each -> each.invalidations().stream()).toList();
    }
}
