package io.httpcached.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.ControllerModel;
import io.httpcached.processor.model.SpelledVariable;
import java.util.List;

/** Writes the cached routes of an interceptor, each with a key method and a tag method. */
final class RoutesWriter {

    private final ControllerModel controller;
    private final List<GeneratedRoute> routes;

    RoutesWriter(ControllerModel controller, UniqueNames names) {
        this.controller = controller;
        this.routes = controller.routes().stream()
                .map(route -> GeneratedRoute.of(route, names))
                .toList();
    }

    void addTo(TypeSpec.Builder type) {
        if (routes.isEmpty()) {
            return; // The interface returns none by default.
        }
        CodeBlock elements = routes.stream().map(this::element).collect(CodeBlock.joining(",\n"));
        type.addMethod(MethodCode.list("routes", RuntimeTypes.CACHED_ROUTE, elements));
        for (GeneratedRoute route : routes) {
            if (route.hasKey()) {
                type.addMethod(KeyMethodWriter.method(controller, route));
            }
            if (route.hasTags()) {
                type.addMethod(tagMethod(route));
            }
        }
    }

    /*
     * new CachedRoute(
     *         new ControllerMethod(ProductController.class, "show", long.class),
     *         RoutePolicy.builder().ttl("10m").build(),
     *         ProductControllerHttpCacheInterceptor::showKey,
     *         ProductControllerHttpCacheInterceptor::showTags,
     *         List.of(new RouteVariable("id", 0, null)))
     */
    private CodeBlock element(GeneratedRoute route) {
        return CodeBlock.builder()
                .add("new $T(\n$>$>", RuntimeTypes.CACHED_ROUTE)
                .add("$L,\n$L,\n", MethodCode.method(controller, route.route()), PolicyWriter.policy(route))
                .add(
                        "$L,\n",
                        MethodCode.generator(route.hasKey(), RuntimeTypes.KEY_GENERATOR, controller, route.keyMethod()))
                .add(
                        "$L$L)",
                        MethodCode.generator(
                                route.hasTags(), RuntimeTypes.TAG_GENERATOR, controller, route.tagMethod()),
                        variables(route.route().spelledVariables()))
                .add("$<$<")
                .build();
    }

    /*
     * List.of(new RouteVariable("page", 0, "1"))
     */
    private static CodeBlock variables(List<SpelledVariable> variables) {
        if (variables.isEmpty()) {
            return CodeBlock.of(""); // The constructor without variables.
        }
        CodeBlock elements = variables.stream().map(RoutesWriter::variable).collect(CodeBlock.joining(", "));
        return CodeBlock.of(",\n$T.of($L)", List.class, elements);
    }

    private static CodeBlock variable(SpelledVariable variable) {
        CodeBlock parameter = variable.field() == null
                ? CodeBlock.of("$L", variable.parameter())
                : CodeBlock.of("$L, $S", variable.parameter(), variable.field());
        return CodeBlock.of(
                "new $T($S, $L, $S)", RuntimeTypes.ROUTE_VARIABLE, variable.name(), parameter, variable.defaultValue());
    }

    private MethodSpec tagMethod(GeneratedRoute route) {
        CodeBlock javadoc = CodeBlock.of("Writes the tags of $L.\n", route.link(controller));
        return new TemplateMethodWriter(route.route(), "tags")
                .method(route.tagMethod(), javadoc, route.route().tags());
    }
}
