package io.httpcached.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.httpcached.processor.model.CachedController;
import io.micronaut.inject.visitor.VisitorContext;
import java.io.IOException;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;

/** Writes the class of a controller: its cached routes, and those that invalidate. Stateless. */
public final class ControllerWriter {

    private static final String GENERATOR = "io.httpcached.processor.HttpCachedVisitor";
    private static final String INDENT = "    ";

    private ControllerWriter() {}

    /**
     * Writes the source beside the controller, and names the class where Micronaut looks services up.
     *
     * @param controller a controller that breaks no rule
     * @param context the compiler, which is told if the source cannot be written
     */
    public static void write(CachedController controller, VisitorContext context) {
        ClassName type = controller.generatedType();
        try {
            if (!SourceOutput.of(context).write(source(controller), controller.origin())) {
                context.fail("This compiler takes no generated Java source for " + type, controller.origin());
            }
            context.visitServiceDescriptor(
                    RuntimeTypes.INTERCEPTOR.canonicalName(), type.canonicalName(), controller.origin());
        } catch (IOException e) {
            context.fail("The source of " + type + " cannot be written: " + e.getMessage(), controller.origin());
        }
    }

    /*
     * @Generated("io.httpcached.processor.HttpCachedVisitor")
     * public final class ProductControllerHttpCacheInterceptor implements HttpCacheInterceptor { … }
     *
     * Public, since services are made by their public constructor. Without static fields, since Micronaut's feature for
     * native images initialises services when the image is built.
     */
    private static JavaFile source(CachedController controller) {
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
        Names names = new Names();
        new RoutesWriter(controller, names).addTo(type);
        new InvalidationsWriter(controller, names).addTo(type);
        return JavaFile.builder(controller.type().packageName(), type.build())
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
    }

    private static String summary(CachedController controller) {
        if (controller.invalidations().isEmpty()) {
            return "The cached routes of {@link $T}.\n";
        }
        return controller.routes().isEmpty()
                ? "The routes of {@link $T} that invalidate.\n"
                : "The cached routes of {@link $T}, and those that invalidate.\n";
    }
}
