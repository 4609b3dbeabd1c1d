package io.httpcached.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Writes the source that an option names in the first round, as another processor of an application may do. */
@SupportedAnnotationTypes("*")
@SupportedOptions(LateSourceProcessor.SOURCE)
public final class LateSourceProcessor extends AbstractProcessor {

    static final String SOURCE = "late.source";

    private boolean written;

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        String text = processingEnv.getOptions().get(SOURCE);
        if (text != null && !written) {
            written = true;
            write(Path.of(text));
        }
        return false;
    }

    private void write(Path text) {
        String name = text.getFileName().toString().replace(".java.txt", "");
        try (Writer writer =
                processingEnv.getFiler().createSourceFile("late." + name).openWriter()) {
            writer.write(Files.readString(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
