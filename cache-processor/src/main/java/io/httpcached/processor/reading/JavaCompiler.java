package io.httpcached.processor.reading;

import io.micronaut.annotation.processing.visitor.JavaNativeElement;
import io.micronaut.annotation.processing.visitor.JavaVisitorContext;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Access to parts of a Java compilation that Micronaut's own view omits. The only class that uses types of
 * {@code micronaut-inject-java}, which is absent when another language is compiled: call it only if {@link #compiles}
 * returns true.
 */
final class JavaCompiler {

    private JavaCompiler() {}

    /** {@return whether Java is compiled; does not load the other types of this class} */
    static boolean compiles(VisitorContext context) {
        return context.getLanguage() == VisitorContext.Language.JAVA;
    }

    /** {@return all {@code -A} options; Micronaut's view contains only those with its own prefix} */
    static Map<String, String> options(VisitorContext context) {
        return ((JavaVisitorContext) context).getProcessingEnv().getOptions();
    }

    /** {@return the element of the Java compiler, which has the annotations that Micronaut hides} */
    static Optional<Element> element(io.micronaut.inject.ast.Element element) {
        return element.getNativeType() instanceof JavaNativeElement java
                ? Optional.ofNullable(java.element())
                : Optional.empty();
    }
}
