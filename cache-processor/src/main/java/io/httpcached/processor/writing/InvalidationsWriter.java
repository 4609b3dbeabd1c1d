package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.InvalidatingRoute;
import io.httpcached.processor.model.TagTemplate;
import java.util.List;

/** Writes the routes that evict: a tag and a path method for each of their evictions. */
final class InvalidationsWriter {

    private final CachedController controller;
    private final List<NamedInvalidation> routes;

    InvalidationsWriter(CachedController controller, Names names) {
        this.controller = controller;
        this.routes = controller.invalidations().stream()
                .map(route -> new NamedInvalidation(route, NamedEviction.of(route, names)))
                .toList();
    }

    private record NamedInvalidation(InvalidatingRoute route, List<NamedEviction> evictions) {}

    void addTo(TypeSpec.Builder type) {
        if (routes.isEmpty()) {
            return; // by default there are none
        }
        CodeBlock elements = routes.stream().map(this::element).collect(CodeBlock.joining(",\n"));
        type.addMethod(MethodCode.list("invalidations", RuntimeTypes.INVALIDATING_ROUTE, elements));
        for (NamedInvalidation invalidation : routes) {
            invalidation.evictions().forEach(named -> addMethods(invalidation.route(), named, type));
        }
    }

    /*
     * new InvalidatingRoute(
     *         new ControllerMethod(ProductController.class, "update", long.class, Product.class),
     *         List.of(
     *                 new RouteEviction(…)))
     */
    private CodeBlock element(NamedInvalidation invalidation) {
        CodeBlock elements =
                invalidation.evictions().stream().map(this::element).collect(CodeBlock.joining(",\n"));
        return CodeBlock.builder()
                .add("new $T(\n$>$>", RuntimeTypes.INVALIDATING_ROUTE)
                .add("$L,\n", MethodCode.method(controller, invalidation.route()))
                .add("$T.of(\n$>$>$L))$<$<", List.class, elements)
                .add("$<$<")
                .build();
    }

    /*
     * new RouteEviction(
     *         ProductControllerHttpCached::updateEvictedTags,
     *         TagRecipe.NONE,
     *         "",
     *         false)
     */
    private CodeBlock element(NamedEviction named) {
        return CodeBlock.builder()
                .add("new $T(\n$>$>", RuntimeTypes.ROUTE_EVICTION)
                .add(
                        "$L,\n",
                        MethodCode.recipe(named.hasTags(), RuntimeTypes.TAG_RECIPE, controller, named.tagMethod()))
                .add(
                        "$L,\n",
                        MethodCode.recipe(named.hasPaths(), RuntimeTypes.TAG_RECIPE, controller, named.pathMethod()))
                .add("$S,\n$L)", named.eviction().namespace(), named.eviction().soft())
                .add("$<$<")
                .build();
    }

    private void addMethods(InvalidatingRoute route, NamedEviction named, TypeSpec.Builder type) {
        if (named.hasTags()) {
            type.addMethod(
                    method(route, "tags", named.tagMethod(), named.eviction().tags()));
        }
        if (named.hasPaths()) {
            type.addMethod(
                    method(route, "paths", named.pathMethod(), named.eviction().paths()));
        }
    }

    /*
     * private static void updateEvictedPaths(TagWriter paths) {
     *     paths.add("/products/" + paths.integer(paths.path("id")) + "/reviews");
     * }
     */
    private MethodSpec method(InvalidatingRoute route, String what, String name, List<TagTemplate> templates) {
        CodeBlock javadoc = CodeBlock.of("The $L that $L evicts.\n", what, MethodCode.link(controller, route));
        return new TemplateMethodWriter(route, what).method(name, javadoc, templates);
    }
}
