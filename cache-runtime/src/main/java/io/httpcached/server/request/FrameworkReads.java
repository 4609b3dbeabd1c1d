package io.httpcached.server.request;

import java.util.List;

/**
 * Tells reads of the framework from those of the application. For each request, Micronaut reads the media types that the client
 * accepts, to select one of those that the route produces, and the language, as the context of conversions.
 */
final class FrameworkReads {

    /** Wrappers of requests read on behalf of their callers, so their package is not here. */
    private static final List<String> FRAMEWORK =
            List.of("io.micronaut.http.server.", "io.micronaut.web.router.", "io.micronaut.views.");

    private FrameworkReads() {}

    /**
     * Returns whether a class that reads one of these parts does so for the framework.
     *
     * @param caller the class
     * @return false for a class of the application, and for the locale resolver, which reads on behalf of it
     */
    static boolean isCaller(Class<?> caller) {
        String name = caller.getName();
        return FRAMEWORK.stream().anyMatch(name::startsWith)
                && !name.startsWith("io.micronaut.http.server.util.locale.");
    }
}
