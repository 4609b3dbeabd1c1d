package io.httpcached.suite.backend;

import io.lettuce.core.AbstractRedisClient;
import io.micronaut.context.event.BeanDestroyedEvent;
import io.micronaut.context.event.BeanDestroyedEventListener;
import jakarta.inject.Singleton;

/**
 * Ends the threads of clients. micronaut-redis leaves them to the end of the JVM, where an application ends too; a test
 * starts many applications in one.
 */
@Singleton
final class LettuceResources implements BeanDestroyedEventListener<AbstractRedisClient> {

    @Override
    public void onDestroyed(BeanDestroyedEvent<AbstractRedisClient> event) {
        var unused = event.getBean().getResources().shutdown();
    }
}
