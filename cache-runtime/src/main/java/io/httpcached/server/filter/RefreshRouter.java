package io.httpcached.server.filter;

import io.httpcached.server.config.RefreshFilterConfiguration;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.filter.GenericHttpFilter;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.web.router.FilterRoute;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.filter.FilteredRouter;
import io.micronaut.web.router.filter.RouteMatchFilter;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The router of background refreshes: the router of the server, without the filters that record the requests of clients.
 * Thread-safe.
 */
final class RefreshRouter extends FilteredRouter {

    /** Computed on first use, because it creates filters, which may need beans that are still being created at startup. */
    private final Supplier<Set<GenericHttpFilter>> skipped;

    /**
     * Creates a router.
     *
     * @param router the router of the server
     * @param builders the builders of its filters
     * @param settings the names of the filters to skip
     */
    RefreshRouter(Router router, Collection<RouteBuilder> builders, RefreshFilterConfiguration settings) {
        super(router, new AllRoutes());
        this.skipped = SupplierUtil.memoized(() -> find(builders, settings.getSkippedFilters()));
    }

    @Override
    public List<GenericHttpFilter> findFilters(HttpRequest<?> request) {
        return withoutSkipped(super.findFilters(request));
    }

    @Override
    public List<GenericHttpFilter> findFilters(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        return withoutSkipped(super.findFilters(request, match));
    }

    @Override
    public List<GenericHttpFilter> findPreMatchingFilters(HttpRequest<?> request) {
        return withoutSkipped(super.findPreMatchingFilters(request));
    }

    private List<GenericHttpFilter> withoutSkipped(List<GenericHttpFilter> filters) {
        Set<GenericHttpFilter> recording = skipped.get();
        return recording.isEmpty()
                ? filters
                : filters.stream().filter(filter -> !recording.contains(filter)).toList();
    }

    private static Set<GenericHttpFilter> find(Collection<RouteBuilder> builders, Set<String> names) {
        Set<GenericHttpFilter> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (RouteBuilder builder : builders) {
            for (FilterRoute route : builder.getFilterRoutes()) {
                if (isNamed(filterClass(route), names)) {
                    found.add(route.getFilter());
                }
            }
        }
        return found;
    }

    private static @Nullable Class<?> filterClass(FilterRoute route) {
        AnnotationMetadata metadata = route.getAnnotationMetadata();
        if (metadata instanceof ExecutableMethod<?, ?> method) {
            return method.getDeclaringType();
        }
        return metadata instanceof BeanDefinition<?> definition ? definition.getBeanType() : null;
    }

    private static boolean isNamed(@Nullable Class<?> type, Set<String> names) {
        Class<?> each = type;
        while (each != null && !names.contains(each.getName())) {
            each = each.getSuperclass();
        }
        return each != null;
    }

    private static final class AllRoutes implements RouteMatchFilter {

        @Override
        public <T, R> Predicate<UriRouteMatch<T, R>> filter(HttpRequest<?> request) {
            return match -> true;
        }
    }
}
