package io.httpcached.processor.reading;

import io.micronaut.annotation.processing.visitor.JavaNativeElement;
import io.micronaut.annotation.processing.visitor.JavaVisitorContext;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * What Micronaut's view of a Java program leaves out. The only class that names types of {@code micronaut-inject-java},
 * which other languages compile without: it may be used only where {@link #compiles} says so.
 */
final class JavaCompiler {

    private JavaCompiler() {}

    /** {@return whether Java is compiled; this does not load the class's other types} */
    static boolean compiles(VisitorContext context) {
        return context.getLanguage() == VisitorContext.Language.JAVA;
    }

    /** {@return all options given with {@code -A}; Micronaut shows those that begin with its own name} */
    static Map<String, String> options(VisitorContext context) {
        return ((JavaVisitorContext) context).getProcessingEnv().getOptions();
    }

    /** {@return the element as the compiler has it, with the annotations that Micronaut takes for internal} */
    static Optional<Element> element(io.micronaut.inject.ast.Element element) {
        return element.getNativeType() instanceof JavaNativeElement java
                ? Optional.ofNullable(java.element())
                : Optional.empty();
    }
}
