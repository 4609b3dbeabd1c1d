package io.httpcached.processor.reading;

import io.micronaut.inject.visitor.VisitorContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of the processor, given to the compiler as {@code -A<name>=<value>}. */
public final class Options {

    /** Makes errors of warnings, unless it is {@code false}. */
    private static final String STRICT = "httpcached.strict";

    /** Asks for the report of the build in one more form. */
    private static final String REPORT = "httpcached.report";

    private static final String MARKDOWN = "markdown";

    private Options() {}

    /** {@return the names of all options} */
    public static Set<String> names() {
        return Set.of(STRICT, REPORT);
    }

    /**
     * {@return whether warnings are errors}
     *
     * @param context the compiler
     */
    public static boolean strict(VisitorContext context) {
        Map<String, @Nullable String> options = all(context);
        return options.containsKey(STRICT) && !"false".equals(options.get(STRICT));
    }

    /**
     * {@return whether the report of the build is wanted as Markdown, too}
     *
     * @param context the compiler, which is told if the option says anything else
     */
    public static boolean markdown(VisitorContext context) {
        Map<String, @Nullable String> options = all(context);
        boolean markdown = MARKDOWN.equals(options.get(REPORT));
        if (options.containsKey(REPORT) && !markdown) {
            context.fail(
                    "-A" + REPORT + "=" + options.get(REPORT) + " names no form of the report; write -A" + REPORT + "="
                            + MARKDOWN + ", or leave it out for JSON alone",
                    null);
        }
        return markdown;
    }

    private static Map<String, @Nullable String> all(VisitorContext context) {
        return JavaCompiler.compiles(context) ? JavaCompiler.options(context) : context.getOptions();
    }
}
