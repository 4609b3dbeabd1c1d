package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.TagTemplate;
import java.util.List;

/** Writes the routes that invalidate: a tag and a path method for each of their invalidations. */
final class InvalidationsWriter {

    private final CachedController controller;
    private final List<NamedInvalidatingRoute> routes;

    InvalidationsWriter(CachedController controller, Names names) {
        this.controller = controller;
        this.routes = controller.invalidations().stream()
                .map(route -> new NamedInvalidatingRoute(route, NamedInvalidation.of(route, names)))
                .toList();
    }

    private record NamedInvalidatingRoute(InvalidatingRoute route, List<NamedInvalidation> invalidations) {}

    void addTo(TypeSpec.Builder type) {
        if (routes.isEmpty()) {
            return; // by default there are none
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
                        MethodCode.recipe(named.hasTags(), RuntimeTypes.TAG_GENERATOR, controller, named.tagMethod()))
                .add(
                        "$L,\n",
                        MethodCode.recipe(named.hasPaths(), RuntimeTypes.TAG_GENERATOR, controller, named.pathMethod()))
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
    private MethodSpec method(InvalidatingRoute route, String what, String name, List<TagTemplate> templates) {
        CodeBlock javadoc = CodeBlock.of("The $L that $L invalidates.\n", what, MethodCode.link(controller, route));
        return new TemplateMethodWriter(route, what).method(name, javadoc, templates);
    }
}
