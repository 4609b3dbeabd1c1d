package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.CLIENT;
import static io.httpcached.processor.reading.MicronautNames.CONTROLLER;

import io.httpcached.annotation.HttpCached;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.Misplaced;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a class of the application. Stateless. */
public final class ModelReader {

    private final RouteReader routes = new RouteReader();

    /**
     * Reads a class.
     *
     * @param type any class of the compilation
     * @return what it has to do with caching; empty if nothing
     */
    public Optional<CachedController> read(ClassElement type) {
        List<CachedRoute> cached = isController(type) ? readRoutes(type) : List.of();
        List<Misplaced> misplaced = misplaced(type, cached);
        if (cached.isEmpty() && misplaced.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CachedController(
                TypeNames.className(type),
                TypeNames.isAccessible(type, type.getPackageName()),
                cached,
                misplaced,
                type.hasDeclaredAnnotation(Deprecated.class),
                type));
    }

    private static boolean isController(ClassElement type) {
        return type.hasStereotype(CONTROLLER) && !type.isAbstract() && !type.isInterface();
    }

    private List<CachedRoute> readRoutes(ClassElement controller) {
        List<CachedRoute> cached = new ArrayList<>();
        for (MethodElement method : controller.getEnclosedElements(ElementQuery.ALL_METHODS.onlyInstance())) {
            if (RouteReader.isRoute(method)) {
                routes.read(controller, method).ifPresent(cached::add);
            }
        }
        return cached;
    }

    /**
     * Abstract classes and interfaces are left in peace: what they declare is judged where a controller inherits it.
     */
    private static List<Misplaced> misplaced(ClassElement type, List<CachedRoute> cached) {
        List<Misplaced> misplaced = new ArrayList<>();
        boolean client = type.hasStereotype(CLIENT);
        if ((type.isAbstract() || type.isInterface()) && !client) {
            return misplaced;
        }
        if (type.hasDeclaredStereotype(HttpCached.class) && cached.isEmpty()) {
            misplaced.add(new Misplaced("a class without a GET route", type));
        }
        ElementQuery<MethodElement> annotated = ElementQuery.ALL_METHODS
                .onlyDeclared()
                .annotated(metadata -> metadata.hasDeclaredStereotype(HttpCached.class));
        for (MethodElement method : type.getEnclosedElements(annotated)) {
            if (client) {
                misplaced.add(new Misplaced("a method of a client", method));
            } else if (!isController(type) || !RouteReader.isRoute(method) || method.isStatic()) {
                misplaced.add(new Misplaced("a method that is no route", method));
            }
        }
        return misplaced;
    }
}
