package io.httpcached.processor.model;

import io.httpcached.annotation.BodyKey;
import io.httpcached.annotation.KeySource;
import io.httpcached.processor.model.Binding.Dependency;
import io.httpcached.processor.model.Binding.Source;
import io.httpcached.processor.model.Binding.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key that the processor infers from the signature and the annotation of a route.
 *
 * @param parts the parts of the key: the values that the method can distinguish
 * @param vary the request fields in the key; the response lists them in {@code Vary} so that caches downstream distinguish
 *     the same responses (RFC 9110 §12.5.5)
 * @param keyedInPart those fields of which the key contains only the part that the method uses: one cookie, the selected
 *     media type, the resolved language
 */
public record InferredKey(List<KeyPart> parts, List<String> vary, List<String> keyedInPart) {

    /**
     * Infers the key of a route.
     *
     * @param route a route without errors
     * @return its key
     */
    public static InferredKey of(CachedRoute route) {
        Set<KeyPart> parts = new LinkedHashSet<>(uri(route));
        boolean wholeUri = route.policy().value(Member.KEY_SOURCE) == KeySource.REQUEST_URI;
        route.inputs().forEach(input -> parts.addAll(inputs(input.binding(), wholeUri)));
        if (parts.contains(new KeyPart.WholeQuery())) {
            parts.removeIf(KeyPart.QueryValue.class::isInstance);
        }
        if (route.produces().size() > 1) {
            parts.add(new KeyPart.MediaType(route.produces()));
        }
        if (route.keysBody()) {
            parts.add(new KeyPart.Body(route.policy().value(Member.BODY_KEY) == BodyKey.JSON));
        }
        addAnnotated(route, parts);
        addAttributes(route, parts);
        List<String> vary = vary(parts, route.negotiated());
        return new InferredKey(List.copyOf(parts), vary, keyedInPart(vary, parts));
    }

    private static List<KeyPart> uri(CachedRoute route) {
        if (route.policy().value(Member.KEY_SOURCE) == KeySource.REQUEST_URI) {
            return List.of(new KeyPart.RequestUri());
        }
        if (!route.uris().isFixed()) {
            return List.of(new KeyPart.Path());
        }
        return route.uris().pathVariables().stream()
                .<KeyPart>map(name -> new PathInput(name, route).keyPart())
                .toList();
    }

    private static List<KeyPart> inputs(Binding binding, boolean wholeUri) {
        List<KeyPart> parts = new ArrayList<>();
        if (binding instanceof Value value) {
            value.sources().forEach(source -> addNamed(source, value, wholeUri, parts));
            value.conversionInputs().forEach(source -> addNamed(source, null, wholeUri, parts));
        } else if (binding instanceof Binding.WholeQuery query) {
            if (!wholeUri) {
                parts.add(new KeyPart.WholeQuery());
            }
            query.conversionInputs().forEach(source -> addNamed(source, null, wholeUri, parts));
        } else if (binding instanceof Binding.Language) {
            parts.add(new KeyPart.Language());
        }
        return parts;
    }

    private static void addNamed(Source source, @Nullable Value value, boolean wholeUri, List<KeyPart> parts) {
        switch (source.place()) {
            case PATH -> {} // Every variable of the template is already in the key.
            case QUERY -> {
                if (!wholeUri) {
                    parts.add(
                            value == null
                                    ? new KeyPart.QueryValue(source.name(), null, null)
                                    : new KeyPart.QueryValue(
                                            source.name(), value.keyType(source), value.defaultValue()));
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

    /** A method that reads the raw header or cookies can distinguish the raw lines, so the key contains these. */
    private static void addAnnotated(CachedRoute route, Set<KeyPart> parts) {
        boolean raw = route.inputs().anyMatch(input -> readsHeader(input.binding()));
        Set<String> present = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (KeyPart part : parts) {
            if (part instanceof KeyPart.HeaderField field) {
                present.add(field.name());
            }
        }
        route.policy().value(Member.VARY).stream()
                .filter(present::add)
                .map(name -> raw ? new KeyPart.HeaderField(name) : new KeyPart.VaryField(name))
                .forEach(parts::add);
    }

    private static boolean readsHeader(Binding binding) {
        return binding instanceof Binding.Opaque opaque
                && (opaque.dependency() == Dependency.HEADER || opaque.dependency() == Dependency.COOKIES);
    }

    /**
     * Methods with the same URI have different keys, but a cache downstream knows only the URI, so the response needs
     * {@code Accept} in {@code Vary}.
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
        parts.stream().map(InferredKey::wholeFieldOf).filter(Objects::nonNull).forEach(whole::add);
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
