package io.httpcached.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the tags of all entries of a route. */
public interface RouteTags {

    /** Finds no entries, for an application whose cache invalidates nothing. */
    RouteTags NONE = new RouteTags() {

        @Override
        public Collection<String> of(Class<?> controller, String method, List<Class<?>> parameterTypes) {
            return List.of();
        }

        @Override
        public Collection<String> of(
                Class<?> controller,
                String method,
                List<Class<?>> parameterTypes,
                Map<String, @Nullable Object> values) {
            return List.of();
        }

        @Override
        public Collection<String> of(String route) {
            return List.of();
        }
    };

    /**
     * Returns the tags of the entries of a controller method.
     *
     * @param controller the class of the controller, or a type that it extends
     * @param method the name of the method
     * @param parameterTypes the erased types of its parameters; empty for all methods of the name
     * @return the tags, at least one
     * @throws IllegalArgumentException if no such method is a cached route; the message lists those that are
     */
    Collection<String> of(Class<?> controller, String method, List<Class<?>> parameterTypes);

    /**
     * Returns the tags of the entries of a controller method with some values in the path. If the values do not determine the path,
     * these are the tags of all its entries.
     *
     * @param controller the class of the controller, or a type that it extends
     * @param method the name of the method
     * @param parameterTypes the erased types of its parameters; empty for all methods of the name
     * @param values the value of each variable of the path, as the server binds it or as a decoded text; null if the path omits it
     * @return the tags, at least one
     * @throws IllegalArgumentException if no such method is a cached route; the message lists those that are
     */
    Collection<String> of(
            Class<?> controller, String method, List<Class<?>> parameterTypes, Map<String, @Nullable Object> values);

    /**
     * Returns the tags of the entries of a route.
     *
     * @param route a URI template, with or without the context path, or a method as {@code ProductController.show}
     * @return the tags, at least one
     * @throws IllegalArgumentException if there is no such cached route; the message lists the available ones
     */
    Collection<String> of(String route);
}
