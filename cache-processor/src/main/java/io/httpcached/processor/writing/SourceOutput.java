package io.httpcached.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import io.httpcached.processor.reading.JavaCompiler;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import io.micronaut.inject.writer.GeneratedFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/** Passes generated Java source to the compiler of the application's language. */
interface SourceOutput {

    /** The number of characters of ASCII. */
    int ASCII = 128;

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

    /** {@return the output of the compiler, also for a class to which its controller refers} */
    static SourceOutput atOnce(VisitorContext context) {
        return context.getLanguage() == VisitorContext.Language.JAVA
                ? (source, origin) -> {
                    try (Writer writer = JavaCompiler.sourceFile(qualifiedName(source), origin, context)
                            .openWriter()) {
                        writer.write(inAscii(source));
                    }
                    return true;
                }
                : of(context);
    }

    private static boolean write(JavaFile source, Optional<GeneratedFile> file) throws IOException {
        if (file.isPresent()) {
            file.get().write(writer -> writer.write(inAscii(source)));
        }
        return file.isPresent();
    }

    /** The source is also compiled where the encoding of sources lacks a character of a tag. */
    private static String inAscii(JavaFile source) {
        StringBuilder ascii = new StringBuilder();
        for (char c : source.toString().toCharArray()) {
            ascii.append(c < ASCII ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        }
        return ascii.toString();
    }

    private static String name(JavaFile source) {
        return source.typeSpec().name();
    }

    private static String qualifiedName(JavaFile source) {
        return ClassName.get(source.packageName(), name(source)).canonicalName();
    }

    private static String path(JavaFile source) {
        String folder = source.packageName().replace('.', '/');
        return (folder.isEmpty() ? "" : folder + '/') + name(source) + ".java";
    }
}
