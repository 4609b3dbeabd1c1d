package io.httpcached.processor.report;

import io.httpcached.processor.reading.Options;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.visitor.VisitorContext;
import io.micronaut.inject.writer.GeneratedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Puts the report among the classes. Stateless. */
public final class ReportWriter {

    private static final String JSON = "httpcached/routes.json";
    private static final String MARKDOWN = "httpcached/routes.md";

    private ReportWriter() {}

    /**
     * Writes {@code META-INF/httpcached/routes.json} and, if the build asks for it, {@code routes.md} beside it. Nothing is
     * written where there is nothing to report.
     *
     * @param report the report
     * @param context the compiler, which is told if a file cannot be written or an option is not understood
     * @param origins what the report is about
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

    /** A writer would take the encoding of the sources; JSON is UTF-8 (RFC 8259 §8.1). */
    private static void write(String path, String text, VisitorContext context, Element... origins) {
        Optional<GeneratedFile> file = context.visitMetaInfFile(path, origins);
        if (file.isEmpty()) {
            context.warn(
                    "This compiler takes no file META-INF/" + path + ", so the report of cached routes is missing",
                    null);
            return;
        }
        try (OutputStream out = file.get().openOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            context.fail("META-INF/" + path + " cannot be written: " + e.getMessage(), null);
        }
    }
}
