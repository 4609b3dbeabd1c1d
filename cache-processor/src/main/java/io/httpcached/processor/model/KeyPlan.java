package io.httpcached.processor.model;

import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler infers from a signature.
 *
 * @param parts the key: what the method can see of a request, no more, no less
 * @param vary the request fields in the key, which a response has to name so that caches further on tell the same
 *     responses apart (RFC 9110 §12.5.5)
 * @param keyedInPart those of them of which the key holds only what the method can see: one cookie, the media type that
 *     is chosen, the language that is meant
 */
public record KeyPlan(List<KeyPart> parts, List<String> vary, List<String> keyedInPart) {

    /**
     * Infers the key of a route.
     *
     * @param route a route that breaks no rule
     * @return its key
     */
    public static KeyPlan of(CachedRoute route) {
        Set<KeyPart> parts = new LinkedHashSet<>(uri(route));
        boolean wholeUri = route.policy().keySource().value() == KeySource.REQUEST_URI;
        route.inputs().forEach(input -> parts.addAll(inputs(input.binding(), wholeUri)));
        if (parts.contains(new KeyPart.WholeQuery())) {
            parts.removeIf(KeyPart.QueryValue.class::isInstance);
        }
        if (route.produces().size() > 1) {
            parts.add(new KeyPart.MediaType(route.produces()));
        }
        addAnnotated(route, parts);
        addAttributes(route, parts);
        List<String> vary = vary(parts, route.negotiated());
        return new KeyPlan(List.copyOf(parts), vary, keyedInPart(vary, parts));
    }

    private static List<KeyPart> uri(CachedRoute route) {
        if (route.policy().keySource().value() == KeySource.REQUEST_URI) {
            return List.of(new KeyPart.RequestUri());
        }
        if (!route.uris().isFixed()) {
            return List.of(new KeyPart.Path());
        }
        return route.uris().pathVariables().stream()
                .<KeyPart>map(name -> new KeyPart.PathVariable(name, pathDefault(name, route)))
                .toList();
    }

    /** A default counts only where the path is the one place the server looks, and all who look there agree. */
    private static @Nullable String pathDefault(String variable, CachedRoute route) {
        List<Source> pathAlone = List.of(new Source(Binding.Place.PATH, variable));
        Set<Optional<String>> defaults = values(route)
                .filter(value -> value.sources().equals(pathAlone))
                .map(value -> Optional.ofNullable(value.defaultValue()))
                .collect(Collectors.toSet());
        return defaults.size() == 1 ? defaults.iterator().next().orElse(null) : null;
    }

    private static Stream<Value> values(CachedRoute route) {
        return route.inputs()
                .map(Input::binding)
                .filter(Value.class::isInstance)
                .map(Value.class::cast);
    }

    private static List<KeyPart> inputs(Binding binding, boolean wholeUri) {
        List<KeyPart> parts = new ArrayList<>();
        if (binding instanceof Value value) {
            boolean integer = value.shape() == Binding.Shape.INTEGER;
            value.sources().forEach(source -> addNamed(source, value.defaultValue(), integer, wholeUri, parts));
            value.besides().forEach(source -> addNamed(source, null, false, wholeUri, parts));
        } else if (binding instanceof Binding.WholeQuery query) {
            if (!wholeUri) {
                parts.add(new KeyPart.WholeQuery());
            }
            query.besides().forEach(source -> addNamed(source, null, false, wholeUri, parts));
        } else if (binding instanceof Binding.Language) {
            parts.add(new KeyPart.Language());
        }
        return parts;
    }

    private static void addNamed(
            Source source, @Nullable String defaultValue, boolean integer, boolean wholeUri, List<KeyPart> parts) {
        switch (source.place()) {
            case PATH -> {} // every variable of the template is in the key already
            case QUERY -> {
                if (!wholeUri) {
                    parts.add(new KeyPart.QueryValue(source.name(), defaultValue, integer));
                }
            }
            case HEADER -> parts.add(new KeyPart.HeaderField(source.name()));
            case COOKIE -> parts.add(new KeyPart.CookieValue(source.name()));
        }
    }

    private static void addAttributes(CachedRoute route, Set<KeyPart> parts) {
        List<String> attributes = route.inputs()
                .flatMap(input -> attributes(input.binding()))
                .distinct()
                .toList();
        if (!attributes.isEmpty()) {
            parts.add(new KeyPart.NoAttribute(attributes));
        }
    }

    private static Stream<String> attributes(Binding binding) {
        if (binding instanceof Value value) {
            return value.attributes().stream();
        }
        return binding instanceof Binding.WholeQuery query ? query.attributes().stream() : Stream.empty();
    }

    /** What the method is given to read as it came counts as it came, be it by a name in the annotation. */
    private static void addAnnotated(CachedRoute route, Set<KeyPart> parts) {
        boolean asItCame = route.inputs().anyMatch(input -> seesHeader(input.binding()));
        Set<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (KeyPart part : parts) {
            if (part instanceof KeyPart.HeaderField field) {
                present.add(field.name());
            }
        }
        route.policy().vary().value().stream()
                .filter(present::add)
                .map(name -> asItCame ? new KeyPart.HeaderField(name) : new KeyPart.VaryField(name))
                .forEach(parts::add);
    }

    private static boolean seesHeader(Binding binding) {
        return binding instanceof Binding.Opaque opaque
                && (opaque.reach() == Binding.Reach.HEADER || opaque.reach() == Binding.Reach.COOKIES);
    }

    /**
     * Where methods share a URI, each has keys of its own, but caches further on know the URI alone: they need
     * {@code Accept} all the same.
     */
    private static List<String> vary(Set<KeyPart> parts, boolean negotiated) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<String> names = new ArrayList<>();
        for (KeyPart part : parts) {
            String name = fieldOf(part);
            if (name != null && seen.add(name)) {
                names.add(name);
            }
        }
        if (negotiated && seen.add("Accept")) {
            names.add("Accept");
        }
        return List.copyOf(names);
    }

    private static List<String> keyedInPart(List<String> vary, Set<KeyPart> parts) {
        Set<String> whole = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        parts.stream().map(KeyPlan::wholeFieldOf).filter(Objects::nonNull).forEach(whole::add);
        return vary.stream().filter(name -> !whole.contains(name)).toList();
    }

    private static @Nullable String fieldOf(KeyPart part) {
        String whole = wholeFieldOf(part);
        if (whole != null) {
            return whole;
        }
        if (part instanceof KeyPart.CookieValue) {
            return "Cookie";
        }
        if (part instanceof KeyPart.Language) {
            return "Accept-Language";
        }
        return part instanceof KeyPart.MediaType ? "Accept" : null;
    }

    private static @Nullable String wholeFieldOf(KeyPart part) {
        if (part instanceof KeyPart.HeaderField field) {
            return field.name();
        }
        return part instanceof KeyPart.VaryField field ? field.name() : null;
    }
}
