package io.httpcached.engine;

import io.httpcached.core.CanonicalText;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the names of entries by typed values, and invalidates the entries together. Not thread-safe. */
public final class NamedEntries {

    private final RouteTags routes;
    private final Function<Collection<String>, CompletableFuture<Void>> invalidation;
    private final Set<String> tags = new LinkedHashSet<>();

    NamedEntries(RouteTags routes, Function<Collection<String>, CompletableFuture<Void>> invalidation) {
        this.routes = routes;
        this.invalidation = invalidation;
    }

    /**
     * Adds the entries with a tag.
     *
     * @param segments the parts of the tag in order: literal texts, and values as the server binds them; null for a value that a
     *     request does not have
     * @return this collection
     * @throws IllegalArgumentException if the class of a value has no {@code toString()} of its own, so that the tag contains the text
     *     of the request instead
     */
    public NamedEntries tag(@Nullable Object... segments) {
        StringBuilder tag = new StringBuilder();
        for (Object segment : segments) {
            tag.append(segment == null ? "" : text(segment));
        }
        tags.add(Tags.named(tag.toString()));
        return this;
    }

    /**
     * Adds the entries of a route with some values in the path.
     *
     * @param controller the class of the controller
     * @param method the name of the method
     * @param values the value of each variable of the path, as the server binds it or as a decoded text; null if the path omits it
     * @param parameterTypes the erased types of its parameters
     * @return this collection
     */
    public NamedEntries path(
            Class<?> controller, String method, Map<String, @Nullable Object> values, Class<?>... parameterTypes) {
        tags.addAll(routes.of(controller, method, List.of(parameterTypes), values));
        return this;
    }

    /**
     * Adds all entries of a route.
     *
     * @param controller the class of the controller
     * @param method the name of the method
     * @param parameterTypes the erased types of its parameters
     * @return this collection
     */
    public NamedEntries route(Class<?> controller, String method, Class<?>... parameterTypes) {
        tags.addAll(routes.of(controller, method, List.of(parameterTypes)));
        return this;
    }

    /**
     * Invalidates the entries.
     *
     * @return completes when no request is answered from these entries any more; fails if a backend did not confirm the
     *     invalidation
     */
    public CompletableFuture<Void> invalidate() {
        return invalidation.apply(List.copyOf(tags));
    }

    private static String text(Object value) {
        if (CanonicalText.isIdentity(value)) {
            throw new IllegalArgumentException(
                    "A tag with a value of " + value.getClass().getName()
                            + " contains the text of the request, because this class has no toString() of its own. Add one, or"
                            + " invalidate the tag by its text with HttpCache.invalidateTags.");
        }
        return CanonicalText.of(value);
    }
}
