package io.httpcached.server.request;

import java.util.List;

/**
 * Tells reads of the framework from those of the application. For each request, Micronaut reads the media types that the client
 * accepts, to select one of those that the route produces, and the language, as the context of conversions.
 */
final class FrameworkReads {

    /** Code of the application asks it whether a client accepts Turbo streams, and so do Micronaut's views for each page. */
    private static final String TURBO = "io.micronaut.views.turbo.http.TurboMediaType";

    private static final StackWalker STACK = StackWalker.getInstance();

    /** Wrappers of requests read on behalf of their callers, so their package is not here. */
    private static final List<String> FRAMEWORK =
            List.of("io.micronaut.http.server.", "io.micronaut.web.router.", "io.micronaut.views.");

    private FrameworkReads() {}

    /**
     * Returns whether a class that reads the character encoding does so for the framework, which passes it to converters.
     *
     * @param caller the class
     * @return false for a class of the application
     */
    static boolean isCharsetForConversion(Class<?> caller) {
        String name = caller.getName();
        return isOfFramework(name) || name.startsWith("io.micronaut.http.bind.");
    }

    /**
     * Returns whether a class that reads the language does so for the framework, which passes it to converters.
     *
     * @param caller the class
     * @return false for a class of the application, and for the locale resolver, which reads on behalf of it
     */
    static boolean isLocaleForConversion(Class<?> caller) {
        String name = caller.getName();
        return (isOfFramework(name) || name.startsWith("io.micronaut.http.bind."))
                && !name.startsWith("io.micronaut.http.server.util.locale.");
    }

    /**
     * Returns whether a class that reads the accepted media types selects nothing by them beside what is in the key.
     *
     * @param caller the class
     * @return false for a class of the application, and for those that select an error route, or a page or JSON as an error response
     */
    static boolean isAcceptForContentType(Class<?> caller) {
        String name = caller.getName();
        return isOfFramework(name)
                && !name.startsWith("io.micronaut.web.router.")
                && !name.startsWith("io.micronaut.http.server.exceptions.")
                && (!name.equals(TURBO) || isOfFramework(callerOfTurbo()));
    }

    private static boolean isOfFramework(String name) {
        for (String prefix : FRAMEWORK) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static String callerOfTurbo() {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .dropWhile(name -> !name.equals(TURBO))
                .dropWhile(name -> name.equals(TURBO))
                .findFirst()
                .orElse(""));
    }
}
