package io.httpcached.server.routing;

import io.httpcached.annotation.CacheKeyContributor;
import io.httpcached.annotation.KeyContributor;
import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanRegistration;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the beans of key contributors at startup. Not thread-safe. */
final class KeyContributors {

    private final BeanContext beans;
    private final List<NamedContributor> ofAllRoutes;
    private final Map<Class<?>, NamedContributor> byType = new HashMap<>();

    KeyContributors(BeanContext beans) {
        this.beans = beans;
        this.ofAllRoutes = beans.getBeanRegistrations(CacheKeyContributor.class).stream()
                .map(registration -> new NamedContributor(name(registration), registration.bean()))
                .toList();
    }

    /**
     * Returns the contributors of a route.
     *
     * @param where the annotation, for messages
     * @param types the classes that it names
     * @return the contributors, or null if there are none
     * @throws ConfigurationException if a class is not that of a bean
     */
    @Nullable
    RouteContributors of(String where, List<Class<? extends KeyContributor>> types) {
        List<NamedContributor> all = Stream.concat(
                        ofAllRoutes.stream(),
                        types.stream().map(type -> byType.computeIfAbsent(type, first -> named(where, type))))
                .toList();
        return all.isEmpty() ? null : new RouteContributors(all);
    }

    private NamedContributor named(String where, Class<? extends KeyContributor> type) {
        return beans.findBean(type)
                .map(bean -> new NamedContributor(type.getName(), bean))
                .orElseThrow(() -> new ConfigurationException(where + " names the key contributor " + type.getName()
                        + ", but there is no such bean; annotate the class with @Singleton"));
    }

    /** The class of a lambda expression has another name in each process, so such a bean has the name of its definition. */
    private static String name(BeanRegistration<?> registration) {
        Class<?> type = registration.bean().getClass();
        return (type.isHidden() ? registration.definition().getClass() : type).getName();
    }
}
