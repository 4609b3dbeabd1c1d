package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.Invalidation;
import io.httpcached.processor.model.TagTemplate;
import java.util.List;

/** Writes the invalidating routes of an interceptor, with a tag method and a path method for each invalidation. */
final class InvalidationsWriter {

    private final ControllerModel controller;
    private final List<NamedInvalidatingRoute> routes;

    InvalidationsWriter(ControllerModel controller, UniqueNames names) {
        this.controller = controller;
        this.routes = controller.invalidations().stream()
                .map(route -> new NamedInvalidatingRoute(route, NamedInvalidation.of(route, names)))
                .toList();
    }

    private record NamedInvalidatingRoute(InvalidatingRoute route, List<NamedInvalidation> invalidations) {}

    /**
     * An invalidation with the names of its generated methods.
     *
     * @param invalidation the invalidation
     * @param name the prefix of the names
     */
    private record NamedInvalidation(Invalidation invalidation, String name) {

        /** Chooses the names of the invalidations of a route; all but the first are numbered. */
        static List<NamedInvalidation> of(InvalidatingRoute route, UniqueNames names) {
            return route.invalidations().stream()
                    .map(invalidation ->
                            new NamedInvalidation(invalidation, names.take(route.method() + "Invalidated")))
                    .toList();
        }

        String tagMethod() {
            return name + "Tags";
        }

        String pathMethod() {
            return name + "Paths";
        }

        boolean hasTags() {
            return !invalidation.tags().isEmpty();
        }

        boolean hasPaths() {
            return !invalidation.paths().isEmpty();
        }
    }

    void addTo(TypeSpec.Builder type) {
        if (routes.isEmpty()) {
            return; // The interface returns none by default.
        }
        CodeBlock elements = routes.stream().map(this::element).collect(CodeBlock.joining(",\n"));
        type.addMethod(MethodCode.list("invalidations", RuntimeTypes.INVALIDATING_ROUTE, elements));
        for (NamedInvalidatingRoute invalidation : routes) {
            invalidation.invalidations().forEach(named -> addMethods(invalidation.route(), named, type));
        }
    }

    /*
     * new InvalidatingRoute(
     *         new ControllerMethod(ProductController.class, "update", long.class, Product.class),
     *         List.of(
     *                 new RouteInvalidation(…)))
     */
    private CodeBlock element(NamedInvalidatingRoute invalidation) {
        CodeBlock elements =
                invalidation.invalidations().stream().map(this::element).collect(CodeBlock.joining(",\n"));
        return CodeBlock.builder()
                .add("new $T(\n$>$>", RuntimeTypes.INVALIDATING_ROUTE)
                .add("$L,\n", MethodCode.method(controller, invalidation.route()))
                .add("$T.of(\n$>$>$L))$<$<", List.class, elements)
                .add("$<$<")
                .build();
    }

    /*
     * new RouteInvalidation(
     *         ProductControllerHttpCacheInterceptor::updateInvalidatedTags,
     *         TagGenerator.NONE,
     *         "",
     *         false)
     */
    private CodeBlock element(NamedInvalidation named) {
        return CodeBlock.builder()
                .add("new $T(\n$>$>", RuntimeTypes.ROUTE_INVALIDATION)
                .add(
                        "$L,\n",
                        MethodCode.generator(
                                named.hasTags(), RuntimeTypes.TAG_GENERATOR, controller, named.tagMethod()))
                .add(
                        "$L,\n",
                        MethodCode.generator(
                                named.hasPaths(), RuntimeTypes.TAG_GENERATOR, controller, named.pathMethod()))
                .add(
                        "$S,\n$L)",
                        named.invalidation().namespace(),
                        named.invalidation().soft())
                .add("$<$<")
                .build();
    }

    private void addMethods(InvalidatingRoute route, NamedInvalidation named, TypeSpec.Builder type) {
        if (named.hasTags()) {
            type.addMethod(method(
                    route, "tags", named.tagMethod(), named.invalidation().tags()));
        }
        if (named.hasPaths()) {
            type.addMethod(method(
                    route, "paths", named.pathMethod(), named.invalidation().paths()));
        }
    }

    /*
     * private static void updateInvalidatedPaths(TagWriter paths) {
     *     paths.add("/products/" + paths.integer(paths.path("id")) + "/reviews");
     * }
     */
    private MethodSpec method(InvalidatingRoute route, String kind, String name, List<TagTemplate> templates) {
        CodeBlock javadoc =
                CodeBlock.of("Writes the $L that $L invalidates.\n", kind, MethodCode.link(controller, route));
        return new TemplateMethodWriter(route, kind).method(name, javadoc, templates);
    }
}
