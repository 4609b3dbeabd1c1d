package io.httpcached.server.store;

import io.httpcached.HttpCache;
import io.httpcached.engine.CacheInvalidator;
import io.httpcached.engine.InvalidationTime;
import io.httpcached.engine.MonotonicClock;
import io.httpcached.engine.PathTags;
import io.httpcached.engine.RouteTags;
import io.httpcached.engine.Warmer;
import io.httpcached.server.config.InvalidationConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Provides the clock, the random numbers and the invalidator. The application can replace each of them by a bean of its own. */
@Factory
final class HttpCacheFactory {

    @Singleton
    @Requires(missingBeans = CacheClock.class)
    CacheClock clock() {
        Clock wall = Clock.systemUTC();
        return new CacheClock(wall, new MonotonicClock(wall, System::nanoTime));
    }

    @Singleton
    @Requires(missingBeans = CacheRandom.class)
    CacheRandom random() {
        return new CacheRandom(bound -> ThreadLocalRandom.current().nextLong(bound));
    }

    @Singleton
    @Bean(typed = {HttpCache.class, CacheInvalidator.class})
    CacheInvalidator invalidator(
            InvalidationConfiguration invalidation,
            BeanProvider<Stores> stores,
            BeanProvider<PathTags> paths,
            BeanProvider<RouteTags> routes,
            Optional<InvalidationTime> time,
            BeanProvider<Warmer> warmer) {
        // On demand, because beans that the routes depend on may use the invalidator.
        return new CacheInvalidator(
                invalidation.isEnabled() ? stores.get()::all : List::of,
                path -> paths.find(null).orElse(PathTags.LITERAL).of(path),
                new LazyRouteTags(routes),
                invalidation.isAfterCommit() ? time.orElse(InvalidationTime.NOW) : InvalidationTime.NOW,
                () -> warmer.find(null).orElse(Warmer.NONE));
    }

    /**
     * The cached routes, found when they are asked for.
     *
     * @param routes the provider of the bean that knows them
     */
    private record LazyRouteTags(BeanProvider<RouteTags> routes) implements RouteTags {

        @Override
        public Collection<String> of(Class<?> controller, String method, List<Class<?>> parameterTypes) {
            return routes.find(null).orElse(NONE).of(controller, method, parameterTypes);
        }

        @Override
        public Collection<String> of(
                Class<?> controller,
                String method,
                List<Class<?>> parameterTypes,
                Map<String, @Nullable Object> values) {
            return routes.find(null).orElse(NONE).of(controller, method, parameterTypes, values);
        }

        @Override
        public Collection<String> of(String route) {
            return routes.find(null).orElse(NONE).of(route);
        }
    }
}
