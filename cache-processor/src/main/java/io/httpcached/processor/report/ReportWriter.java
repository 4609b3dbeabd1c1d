package io.httpcached.processor.report;

import io.httpcached.processor.reading.Options;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import io.micronaut.inject.writer.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes the build report next to the class files. Stateless. */
public final class ReportWriter {

    private static final String JSON = "httpcached/routes.json";
    private static final String MARKDOWN = "httpcached/routes.md";

    private ReportWriter() {}

    /**
     * Writes {@code META-INF/httpcached/routes.json} and, if the option is set, {@code routes.md}. Writes nothing if the
     * report is empty.
     *
     * @param report the report
     * @param context the compiler, which receives an error if a file cannot be written or an option is not valid
     * @param origins the controllers of the report
     */
    public static void write(BuildReport report, VisitorContext context, Element... origins) {
        if (report.isEmpty()) {
            return;
        }
        write(JSON, JsonReport.of(report), context, origins);
        if (Options.markdown(context)) {
            write(MARKDOWN, MarkdownReport.of(report), context, origins);
        }
    }

    /** JSON is UTF-8 (RFC 8259 §8.1), whereas a writer of the compiler would use the encoding of the sources. */
    private static void write(String path, String text, VisitorContext context, Element... origins) {
        Optional<GeneratedFile> file = context.visitMetaInfFile(path, origins);
        if (file.isEmpty()) {
            context.warn(
                    "The compiler does not support the file META-INF/" + path
                            + ", so the build has no report of cached routes",
                    null);
            return;
        }
        try (OutputStream out = file.get().openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            context.fail("META-INF/" + path + " could not be written: " + e.getMessage(), null);
        }
    }
}
