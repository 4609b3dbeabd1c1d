package io.httpcached.processor.reading;

import io.micronaut.inject.visitor.VisitorContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of the processor, which the compiler receives as {@code -A<name>=<value>}. */
public final class Options {

    /** Turns warnings into errors, unless it is {@code false}. */
    private static final String STRICT = "httpcached.strict";

    /** Requests the build report in a second format. */
    private static final String REPORT = "httpcached.report";

    private static final String MARKDOWN = "markdown";

    private Options() {}

    /** {@return the names of all options} */
    public static Set<String> names() {
        return Set.of(STRICT, REPORT);
    }

    /**
     * {@return whether warnings are reported as errors}
     *
     * @param context the compiler
     */
    public static boolean strict(VisitorContext context) {
        Map<String, @Nullable String> options = all(context);
        return options.containsKey(STRICT) && !"false".equals(options.get(STRICT));
    }

    /**
     * {@return whether the build report is also written as Markdown}
     *
     * @param context the compiler, which receives an error if the option has another value
     */
    public static boolean markdown(VisitorContext context) {
        Map<String, @Nullable String> options = all(context);
        boolean markdown = MARKDOWN.equals(options.get(REPORT));
        if (options.containsKey(REPORT) && !markdown) {
            context.fail(
                    "-A" + REPORT + "=" + options.get(REPORT) + " is not a format of the build report; use -A" + REPORT
                            + "=" + MARKDOWN + ", or omit the option to write JSON only",
                    null);
        }
        return markdown;
    }

    private static Map<String, @Nullable String> all(VisitorContext context) {
        return JavaCompiler.compiles(context) ? JavaCompiler.options(context) : context.getOptions();
    }
}
