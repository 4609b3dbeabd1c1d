package io.httpcached.processor.reading;

import io.micronaut.inject.visitor.VisitorContext;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of the processor, given to the compiler as {@code -A<name>=<value>}. */
public final class Options {

    /** Makes errors of warnings, unless it is {@code false}. */
    private static final String STRICT = "httpcached.strict";

    private Options() {}

    /** {@return the names of all options} */
    public static Set<String> names() {
        return Set.of(STRICT);
    }

    /**
     * {@return whether warnings are errors}
     *
     * @param context the compiler
     */
    public static boolean strict(VisitorContext context) {
        Map<String, @Nullable String> options =
                JavaCompiler.compiles(context) ? JavaCompiler.options(context) : context.getOptions();
        return options.containsKey(STRICT) && !"false".equals(options.get(STRICT));
    }
}
