package io.httpcached.test;

import io.micronaut.context.BeanContext;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.context.processor.BeanDefinitionProcessor;
import io.micronaut.context.processor.ExecutableMethodProcessor;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.ServerFilterRouteBuilder;
import jakarta.inject.Singleton;

/** Registers the {@link RecordingFilter}. */
@Singleton
final class RecordingFilterRegistrar implements BeanCreatedEventListener<ServerFilterRouteBuilder> {

    @Override
    public ServerFilterRouteBuilder onCreated(BeanCreatedEvent<ServerFilterRouteBuilder> event) {
        register(event.getBean(), event.getSource());
        return event.getBean();
    }

    /** Micronaut 4 registers the methods of a filter, Micronaut 5 the bean. */
    private static void register(RouteBuilder filters, BeanContext context) {
        BeanDefinition<?> definition = context.getBeanDefinition(RecordingFilter.class);
        if (filters instanceof BeanDefinitionProcessor<?> processor) {
            processor.process(definition, context);
        } else if (filters instanceof ExecutableMethodProcessor<?> processor) {
            definition.getExecutableMethods().forEach(method -> processor.process(definition, method));
        }
    }
}
