package io.httpcached.processor.reading;

import io.micronaut.annotation.processing.visitor.JavaNativeElement;
import io.micronaut.annotation.processing.visitor.JavaVisitorContext;
import io.micronaut.inject.visitor.VisitorContext;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.tools.JavaFileObject;

/**
 * Access to parts of a Java compilation that Micronaut's own view omits. The only class that uses types of
 * {@code micronaut-inject-java}, which is absent when another language is compiled: call it only if {@link #compiles}
 * returns true.
 */
public final class JavaCompiler {

    private JavaCompiler() {}

    /** {@return whether Java is compiled; does not load the other types of this class} */
    static boolean compiles(VisitorContext context) {
        return context.getLanguage() == VisitorContext.Language.JAVA;
    }

    /** {@return all {@code -A} options; Micronaut's view contains only those with its own prefix} */
    static Map<String, String> options(VisitorContext context) {
        return ((JavaVisitorContext) context).getProcessingEnv().getOptions();
    }

    /**
     * Creates a source file at once. Micronaut's view does so in a later round if the controller refers to a class that does not exist
     * yet, which may be the one to be generated.
     *
     * @param name the qualified name of the class
     * @param origin the controller
     * @param context the compiler, which compiles Java
     * @return the file
     * @throws IOException if it cannot be created
     */
    public static JavaFileObject sourceFile(String name, io.micronaut.inject.ast.Element origin, VisitorContext context)
            throws IOException {
        Element[] origins = element(origin).stream().toArray(Element[]::new);
        return ((JavaVisitorContext) context).getProcessingEnv().getFiler().createSourceFile(name, origins);
    }

    /** {@return the element of the Java compiler, which has the annotations that Micronaut hides} */
    static Optional<Element> element(io.micronaut.inject.ast.Element element) {
        return element.getNativeType() instanceof JavaNativeElement java
                ? Optional.ofNullable(java.element())
                : Optional.empty();
    }
}
