package io.httpcached.server.filter;

import io.httpcached.server.config.CacheEnabled;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.processor.BeanDefinitionProcessor;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.ServerFilterRouteBuilder;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Registers filters of the cache before all other filters, so that each is the outermost one among those of its order:
 * the server runs filters of the same order in the order of their registration.
 */
@Singleton
@Requires(condition = CacheEnabled.class)
final class SettlingFilterRegistrar implements BeanCreatedEventListener<ServerFilterRouteBuilder> {

    private static final List<Class<?>> FILTERS = List.of(
            PreMatchingChangeFilter.class, AroundChangeFilter.class, SettlingFilter.class, HandledResponseFilter.class);

    @Override
    public ServerFilterRouteBuilder onCreated(BeanCreatedEvent<ServerFilterRouteBuilder> event) {
        if (OuterFilters.exist(event.getSource())) {
            FILTERS.forEach(filter -> register(event.getBean(), event.getSource(), filter));
        }
        return event.getBean();
    }

    /** Micronaut 4 registers the methods of a filter, Micronaut 5 the bean. */
    private static void register(RouteBuilder filters, BeanContext context, Class<?> filter) {
        BeanDefinition<?> definition = context.getBeanDefinition(filter);
        if (filters instanceof BeanDefinitionProcessor<?> processor) {
            processor.process(definition, context);
        } else if (filters instanceof ExecutableMethodProcessor<?> processor) {
            definition.getExecutableMethods().forEach(method -> processor.process(definition, method));
        }
    }
}
