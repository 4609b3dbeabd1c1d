package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.CONTROLLER;

import io.httpcached.annotation.HttpCached;
import io.httpcached.processor.model.CachedRoute;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.MisplacedAnnotation;
import io.httpcached.processor.model.RouteMethod;
import io.httpcached.processor.model.TypedCacheRequest;
import io.httpcached.processor.model.UnsafeRoute;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the model of a class. Stateless. */
public final class ModelReader {

    /**
     * Reads a class.
     *
     * @param type any class of the compilation
     * @param context the compiler
     * @return its model; empty if the class has no routes and no annotations of the cache
     */
    public Optional<ControllerModel> read(ClassElement type, VisitorContext context) {
        if (type.getPackageName().isEmpty()) {
            return Optional.empty(); // Micronaut itself rejects beans in the default package.
        }
        boolean controller = isController(type);
        List<MethodElement> methods = controller ? routes(type) : List.of();
        List<CachedRoute> cached = cached(type, methods, context);
        List<InvalidatingRoute> invalidating = methods.stream()
                .flatMap(method -> InvalidationReader.read(type, method).stream())
                .toList();
        List<UnsafeRoute> unsafe = unsafe(type, methods, cached, invalidating);
        List<MisplacedAnnotation> misplaced = new MisplacedAnnotationReader(type, controller).read(!cached.isEmpty());
        TypedCacheRequest typed = TypedCacheReader.read(type, context);
        if (cached.isEmpty()
                && invalidating.isEmpty()
                && unsafe.isEmpty()
                && misplaced.isEmpty()
                && typed == TypedCacheRequest.NONE) {
            return Optional.empty();
        }
        return Optional.of(new ControllerModel(
                TypeNames.className(type),
                TypeNames.isAccessible(type, type.getPackageName()),
                type.hasStereotype(HttpCached.class),
                cached,
                invalidating,
                unsafe,
                misplaced,
                typed,
                type.hasDeclaredAnnotation(Deprecated.class),
                type));
    }

    private static boolean isController(ClassElement type) {
        return type.hasStereotype(CONTROLLER) && !type.isAbstract() && !type.isInterface();
    }

    private static List<MethodElement> routes(ClassElement controller) {
        return controller.getEnclosedElements(
                ElementQuery.ALL_METHODS.onlyInstance().filter(RouteReader::isRoute));
    }

    private static List<CachedRoute> cached(
            ClassElement controller, List<MethodElement> methods, VisitorContext context) {
        RouteReader reader = new RouteReader(new SharedPaths(controller, methods), context);
        return methods.stream()
                .flatMap(method -> reader.read(controller, method).stream())
                .toList();
    }

    private static List<UnsafeRoute> unsafe(
            ClassElement controller,
            List<MethodElement> methods,
            List<CachedRoute> cached,
            List<InvalidatingRoute> invalidating) {
        Set<Element> others = Stream.concat(cached.stream(), invalidating.stream())
                .map(RouteMethod::origin)
                .collect(Collectors.toSet());
        return methods.stream()
                .filter(method -> !others.contains(method))
                .flatMap(method -> RouteReader.readUnsafe(controller, method).stream())
                .toList();
    }
}
