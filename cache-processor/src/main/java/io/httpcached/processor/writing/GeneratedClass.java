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

/** What all generated classes of a controller have in common. */
final class GeneratedClass {

    private static final String GENERATOR = "io.httpcached.processor.HttpCachedVisitor";
    private static final String INDENT = "    ";

    private GeneratedClass() {}

    /*
     * @Generated("io.httpcached.processor.HttpCachedVisitor")
     * public final class … { … }
     */
    static TypeSpec.Builder builder(ClassName type, ControllerModel controller) {
        TypeSpec.Builder builder = TypeSpec.classBuilder(type)
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", GENERATOR)
                        .build())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        if (controller.mentionsDeprecated()) {
            builder.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "{$S, $S}", "deprecation", "removal")
                    .build());
        }
        return builder;
    }

    /**
     * Writes the source into the package of the controller.
     *
     * @param type the class
     * @param controller the controller
     * @param output the output of the compiler
     * @param context the compiler, which receives an error if the source cannot be written
     */
    static void write(TypeSpec type, ControllerModel controller, SourceOutput output, VisitorContext context) {
        ClassName name = ClassName.get(controller.type().packageName(), type.name());
        JavaFile source = JavaFile.builder(name.packageName(), type)
                .indent(INDENT)
                .skipJavaLangImports(true)
                .build();
        try {
            if (!output.write(source, controller.origin())) {
                context.fail(
                        "The compiler does not support generated Java source, so " + name + " is missing",
                        controller.origin());
            }
        } catch (IOException e) {
            context.fail("The source of " + name + " could not be written: " + e.getMessage(), controller.origin());
        }
    }
}
