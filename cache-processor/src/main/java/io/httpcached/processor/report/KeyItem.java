package io.httpcached.processor.report;

import io.httpcached.annotation.CacheScope;
import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Shape;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.InferredKey;
import io.httpcached.processor.model.KeyPart;
import io.httpcached.processor.model.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a key in the report.
 *
 * @param from the part of the request
 * @param name its name; empty if it has none
 * @param type the type of its value: {@code integer}, {@code list}, or empty for a single text
 * @param defaultValue the value that stands for its absence
 * @param choices its possible values; empty if they are not limited
 */
record KeyItem(String from, String name, String type, @Nullable String defaultValue, List<String> choices) {

    /** {@return the parts of the key of a route, in order} */
    static List<KeyItem> of(CachedRoute route, InferredKey key) {
        List<KeyItem> items = new ArrayList<>();
        if (route.scope() == CacheScope.PRIVATE) {
            items.add(whole("user"));
        }
        route.policy().value(Member.KEY).stream()
                .map(type -> new KeyItem("contributor", type.reflectionName(), "", null, List.of()))
                .forEach(items::add);
        key.parts().stream()
                // It adds nothing to the key, but excludes requests from the cache.
                .filter(part -> !(part instanceof KeyPart.NoAttribute))
                .forEach(part -> items.add(of(part, route)));
        return items;
    }

    private static KeyItem of(KeyPart part, CachedRoute route) {
        if (part instanceof KeyPart.PathVariable variable) {
            return named(new Source(Place.PATH, variable.name()), route, variable.defaultValue());
        }
        if (part instanceof KeyPart.QueryValue query) {
            return named(new Source(Place.QUERY, query.name()), route, query.defaultValue());
        }
        if (part instanceof KeyPart.HeaderField field) {
            return named(new Source(Place.HEADER, field.name()), route, null);
        }
        if (part instanceof KeyPart.VaryField field) {
            return named(new Source(Place.HEADER, field.name()), route, null);
        }
        if (part instanceof KeyPart.CookieValue cookie) {
            return named(new Source(Place.COOKIE, cookie.name()), route, null);
        }
        if (part instanceof KeyPart.MediaType type) {
            return new KeyItem("media type", "", "", null, type.produced());
        }
        if (part instanceof KeyPart.WholeQuery) {
            return whole("whole query");
        }
        if (part instanceof KeyPart.Language) {
            return whole("language");
        }
        if (part instanceof KeyPart.Path) {
            return whole("whole path");
        }
        if (part instanceof KeyPart.Body body) {
            return whole(body.json() ? "normalized JSON body" : "body");
        }
        if (part instanceof KeyPart.RequestUri) {
            return whole("request URI");
        }
        throw new IllegalStateException("The report cannot describe " + part);
    }

    private static KeyItem named(Source source, CachedRoute route, @Nullable String defaultValue) {
        String from = source.place().name().toLowerCase(Locale.ROOT);
        return new KeyItem(from, source.name(), type(source, route), defaultValue, List.of());
    }

    private static KeyItem whole(String from) {
        return new KeyItem(from, "", "", null, List.of());
    }

    /** Empty if two parameters bind the same text to different types. */
    private static String type(Source source, CachedRoute route) {
        Set<Shape> shapes = route.inputs()
                .flatMap(input -> input.binding() instanceof Value value ? Stream.of(value) : Stream.empty())
                .filter(value -> value.sources().contains(source))
                .map(Value::shape)
                .collect(Collectors.toSet());
        return shapes.size() == 1 ? type(shapes.iterator().next()) : "";
    }

    private static String type(Shape shape) {
        return switch (shape) {
            case INTEGER -> "integer";
            case MANY -> "list";
            case CONVERTED, TEXT -> "";
        };
    }
}
