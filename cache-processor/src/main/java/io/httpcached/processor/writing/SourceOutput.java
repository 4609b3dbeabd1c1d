package io.httpcached.processor.writing;

import com.palantir.javapoet.JavaFile;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import io.micronaut.inject.writer.GeneratedFile;
import java.io.IOException;
import java.util.Optional;

/** How a compiler takes generated Java source, whatever the language of the application is. */
interface SourceOutput {

    /**
     * Hands a source over.
     *
     * @param source the source
     * @param origin the class for which it was generated
     * @return whether the compiler takes it
     * @throws IOException if it cannot be written
     */
    boolean write(JavaFile source, Element origin) throws IOException;

    /** {@return the output of a compiler} */
    static SourceOutput of(VisitorContext context) {
        return switch (context.getLanguage()) {
            case JAVA ->
                (source, origin) ->
                        write(source, context.visitGeneratedSourceFile(source.packageName(), name(source), origin));
            // A source file would be one of Kotlin. As any other file it is one of Java, which KSP tells by its name.
            case KOTLIN -> (source, origin) -> write(source, context.visitGeneratedFile(path(source), origin));
            case GROOVY -> new GroovySources(context);
        };
    }

    private static boolean write(JavaFile source, Optional<GeneratedFile> file) throws IOException {
        if (file.isPresent()) {
            file.get().write(source::writeTo);
        }
        return file.isPresent();
    }

    private static String name(JavaFile source) {
        return source.typeSpec().name();
    }

    private static String path(JavaFile source) {
        String folder = source.packageName().replace('.', '/');
        return (folder.isEmpty() ? "" : folder + '/') + name(source) + ".java";
    }
}
