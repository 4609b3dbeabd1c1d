package io.httpcached.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.CachedController;
import io.httpcached.processor.model.Parameter;
import io.micronaut.inject.visitor.VisitorContext;
import io.micronaut.inject.writer.GeneratedFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the class of a controller: its policies, its routes, and a key and a tag method a route. Stateless. */
public final class ControllerWriter {

    private static final String GENERATOR = "io.httpcached.processor.HttpCachedVisitor";
    private static final String INDENT = "    ";

    private ControllerWriter() {}

    /**
     * Writes the source beside the controller, so that Micronaut makes a bean of it in the next round.
     *
     * @param controller a controller that breaks no rule
     * @param context the compiler, which is told if the source cannot be written
     */
    public static void write(CachedController controller, VisitorContext context) {
        ClassName type = controller.generatedType();
        Optional<GeneratedFile> file =
                context.visitGeneratedSourceFile(type.packageName(), type.simpleName(), controller.origin());
        if (file.isEmpty()) {
            context.fail("This compiler takes no generated Java source for " + type, controller.origin());
            return;
        }
        try {
            file.get().write(source(controller)::writeTo);
        } catch (IOException e) {
            context.fail("The source of " + type + " cannot be written: " + e.getMessage(), controller.origin());
        }
    }

    /*
     * @Singleton
     * @Generated("io.httpcached.processor.HttpCachedVisitor")
     * final class ProductControllerHttpCached implements CachedController { … }
     */
    private static JavaFile source(CachedController controller) {
        List<NamedRoute> routes = NamedRoute.of(controller);
        TypeSpec.Builder type = TypeSpec.classBuilder(controller.generatedType())
                .addJavadoc("The cached routes of {@link $T}.\n", controller.type())
                .addAnnotation(RuntimeTypes.SINGLETON)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", GENERATOR)
                        .build())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.CACHED_CONTROLLER);
        if (controller.mentionsDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        routes.forEach(route -> type.addField(PolicyWriter.field(route)));
        type.addMethod(routes(controller, routes));
        for (NamedRoute route : routes) {
            if (route.hasKey()) {
                type.addMethod(KeyMethodWriter.method(controller, route));
            }
            if (route.hasTags()) {
                type.addMethod(TagMethodWriter.method(controller, route));
            }
        }
        return JavaFile.builder(controller.type().packageName(), type.build())
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
    }

    /*
     * @Override
     * public List<CachedRoute> routes() {
     *     return List.of(new CachedRoute(…));
     * }
     */
    private static MethodSpec routes(CachedController controller, List<NamedRoute> routes) {
        CodeBlock elements =
                routes.stream().map(route -> route(controller, route)).collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("routes")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), RuntimeTypes.CACHED_ROUTE))
                .addStatement("return $T.of(\n$L)", List.class, elements)
                .build();
    }

    /*
     * new CachedRoute(
     *         ProductController.class,
     *         "show",
     *         List.of(long.class),
     *         SHOW,
     *         ProductControllerHttpCached::showKey,
     *         ProductControllerHttpCached::showTags)
     */
    private static CodeBlock route(CachedController controller, NamedRoute route) {
        ClassName self = controller.generatedType();
        CodeBlock key = route.hasKey()
                ? CodeBlock.of("$T::$L", self, route.keyMethod())
                : CodeBlock.of("$T.NONE", RuntimeTypes.KEY_RECIPE);
        CodeBlock tags = route.hasTags()
                ? CodeBlock.of("$T::$L", self, route.tagMethod())
                : CodeBlock.of("$T.NONE", RuntimeTypes.TAG_RECIPE);
        CodeBlock types = route.route().parameters().stream()
                .map(Parameter::type)
                .map(type -> CodeBlock.of("$T.class", type))
                .collect(CodeBlock.joining(", "));
        return CodeBlock.builder()
                .add("new $T(\n$>$>", RuntimeTypes.CACHED_ROUTE)
                .add("$T.class,\n$S,\n", controller.type(), route.route().method())
                .add("$T.of($L),\n$L,\n$L,\n$L)", List.class, types, route.constant(), key, tags)
                .add("$<$<")
                .build();
    }
}
