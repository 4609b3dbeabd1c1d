package io.httpcached.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.ControllerModel;
import io.micronaut.inject.visitor.VisitorContext;
import java.io.IOException;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the interceptor of a controller. Stateless. */
public final class InterceptorWriter {

    private static final String GENERATOR = "io.httpcached.processor.HttpCachedVisitor";
    private static final String INDENT = "    ";

    private InterceptorWriter() {}

    /**
     * Writes the source into the package of the controller, and registers the class as a service of Micronaut.
     *
     * @param controller a controller without errors
     * @param context the compiler, which receives an error if the source cannot be written
     */
    public static void write(ControllerModel controller, VisitorContext context) {
        ClassName type = controller.generatedType();
        try {
            if (!SourceOutput.of(context).write(source(controller), controller.origin())) {
                context.fail(
                        "The compiler does not support generated Java source, so " + type + " is missing",
                        controller.origin());
            }
            context.visitServiceDescriptor(
                    RuntimeTypes.INTERCEPTOR.canonicalName(), type.canonicalName(), controller.origin());
        } catch (IOException e) {
            context.fail("The source of " + type + " could not be written: " + e.getMessage(), controller.origin());
        }
    }

    /*
     * @Generated("io.httpcached.processor.HttpCachedVisitor")
     * public final class ProductControllerHttpCacheInterceptor implements HttpCacheInterceptor { … }
     *
     * Public, because services are created by their public constructor. Without static fields, because Micronaut's feature
     * for native images initializes services when the image is built.
     */
    private static JavaFile source(ControllerModel controller) {
        TypeSpec.Builder type = TypeSpec.classBuilder(controller.generatedType())
                .addJavadoc(summary(controller), controller.type())
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", GENERATOR)
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.INTERCEPTOR);
        if (controller.mentionsDeprecated()) {
            type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        UniqueNames names = new UniqueNames();
        new RoutesWriter(controller, names).addTo(type);
        new InvalidationsWriter(controller, names).addTo(type);
        return JavaFile.builder(controller.type().packageName(), type.build())
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
    }

    private static String summary(ControllerModel controller) {
        if (controller.routes().isEmpty()) {
            return "Interceptor of {@link $T}: the tags and paths that its routes invalidate.\n";
        }
        String cached = "Interceptor of {@link $T}: the policies, keys and tags of its cached routes";
        return cached + (controller.invalidations().isEmpty() ? ".\n" : ", and its invalidations.\n");
    }
}
