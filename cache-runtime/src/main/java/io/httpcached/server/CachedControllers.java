package io.httpcached.server;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.httpcached.server.route.InvalidatingRoute;
import io.micronaut.context.BeanContext;
import io.micronaut.core.io.service.SoftServiceLoader;
import jakarta.inject.Singleton;
import java.util.List;

/** What the annotation processor has written for the controllers of the application. Immutable. */
@Singleton
final class CachedControllers {

    private final List<CachedController> all;

    CachedControllers(BeanContext context) {
        this.all = SoftServiceLoader.load(CachedController.class, context.getClassLoader())
                .collectAll();
    }

    List<CachedRoute> routes() {
        return all.stream().flatMap(each -> each.routes().stream()).toList();
    }

    List<InvalidatingRoute> invalidations() {
        return all.stream().flatMap(each -> each.invalidations().stream()).toList();
    }
}
