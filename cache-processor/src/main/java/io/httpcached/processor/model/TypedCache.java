package io.httpcached.processor.model;

import com.palantir.javapoet.ClassName;
import io.httpcached.processor.model.TypedMethod.Entries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The generated bean that invalidates the entries of a controller.
 *
 * @param type its name, in the package of the controller
 * @param methods its methods, of which no two have the same name and parameter types
 */
public record TypedCache(ClassName type, List<TypedMethod> methods) {

    /** The class that all typed caches extend. */
    public static final ClassName SUPERCLASS = ClassName.get("io.httpcached.server.interceptor", "TypedCache");

    /** Copies the list. */
    public TypedCache {
        methods = List.copyOf(methods);
    }

    /**
     * Infers the typed cache of a controller. Methods with the same name and parameter types are one method.
     *
     * @param controller a controller without errors
     * @return its typed cache
     */
    public static TypedCache of(ControllerModel controller) {
        Map<String, TypedMethod> methods = new LinkedHashMap<>();
        all(controller).forEach(method -> methods.merge(method.signature(), method, TypedMethod::with));
        return new TypedCache(nameFor(controller.type()), List.copyOf(methods.values()));
    }

    /**
     * {@return the name of the typed cache of a controller}
     *
     * @param controller the controller
     */
    public static ClassName nameFor(ClassName controller) {
        return ClassName.get(controller.packageName(), String.join("_", controller.simpleNames()) + "Cache");
    }

    private static List<TypedMethod> all(ControllerModel controller) {
        List<TypedMethod> methods = new ArrayList<>();
        for (CachedRoute route : controller.routes()) {
            String name = TypedNames.ofRoute(route);
            if (!route.uris().pathVariables().isEmpty()) {
                methods.add(TypedMethod.of(name, TypedParameters.ofPath(route), new Entries.OfPath(route)));
            }
            methods.add(TypedMethod.of(name, List.of(), new Entries.OfRoute(route)));
        }
        for (CachedRoute route : controller.routes()) {
            for (TagTemplate tag : route.tags()) {
                methods.add(TypedMethod.of(
                        TypedNames.ofTag(tag), TypedParameters.ofTag(tag, route), new Entries.OfTag(tag)));
            }
        }
        return methods;
    }
}
