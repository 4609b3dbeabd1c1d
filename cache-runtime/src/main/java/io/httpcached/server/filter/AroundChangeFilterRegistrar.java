package io.httpcached.server.filter;

import io.httpcached.server.config.CacheEnabled;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.annotation.Filter;
import io.micronaut.web.router.AnnotatedFilterRouteBuilder;
import jakarta.inject.Singleton;

/** Registers the {@link AroundChangeFilter} before all filters that implement {@code HttpServerFilter}. */
@Singleton
@Requires(condition = CacheEnabled.class)
final class AroundChangeFilterRegistrar implements BeanCreatedEventListener<AnnotatedFilterRouteBuilder> {

    @Override
    public AnnotatedFilterRouteBuilder onCreated(BeanCreatedEvent<AnnotatedFilterRouteBuilder> event) {
        AnnotatedFilterRouteBuilder filters = event.getBean();
        if (OuterFilters.exist(event.getSource())) {
            filters.addFilter(
                    Filter.MATCH_ALL_PATTERN,
                    event.getSource(),
                    event.getSource().getBeanDefinition(AroundChangeFilter.class));
        }
        return filters;
    }
}
