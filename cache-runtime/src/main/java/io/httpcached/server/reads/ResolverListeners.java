package io.httpcached.server.reads;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.util.DefaultHttpHostResolver;
import io.micronaut.http.server.util.HttpHostResolver;
import io.micronaut.http.server.util.locale.CompositeHttpLocaleResolver;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import jakarta.inject.Singleton;

/**
 * Observes the resolvers of Micronaut, which ask those of the application. Other beans stay as they are, because the application may
 * inject them by their classes; what they read behind the cache counts as read by whoever calls them.
 */
@Factory
final class ResolverListeners {

    @Singleton
    BeanCreatedEventListener<HttpLocaleResolver> locales() {
        return event -> event.getBean() instanceof CompositeHttpLocaleResolver
                ? new ObservedLocales(event.getBean())
                : event.getBean();
    }

    @Singleton
    BeanCreatedEventListener<HttpHostResolver> hosts() {
        return event -> event.getBean() instanceof DefaultHttpHostResolver
                ? new ObservedHosts(event.getBean())
                : event.getBean();
    }
}
