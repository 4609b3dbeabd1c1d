package io.httpcached.processor.writing;

import com.palantir.javapoet.JavaFile;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import io.micronaut.inject.writer.GeneratedFile;
import java.io.IOException;
import java.util.Optional;

/** Passes generated Java source to the compiler of the application's language. */
interface SourceOutput {

    /**
     * Writes a source.
     *
     * @param source the source
     * @param origin the controller
     * @return whether the compiler supports generated source
     * @throws IOException if it cannot be written
     */
    boolean write(JavaFile source, Element origin) throws IOException;

    /** {@return the output of the compiler} */
    static SourceOutput of(VisitorContext context) {
        return switch (context.getLanguage()) {
            case JAVA ->
                (source, origin) ->
                        write(source, context.visitGeneratedSourceFile(source.packageName(), name(source), origin));
            // A generated source file would be a Kotlin file. KSP recognizes any other file by its extension, so .java
            // works.
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
