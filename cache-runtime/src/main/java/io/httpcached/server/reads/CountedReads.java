package io.httpcached.server.reads;

import io.httpcached.core.RequestPart;
import io.httpcached.server.config.ReadsConfiguration;
import io.httpcached.server.interceptor.KeyInputs;
import java.util.Set;

/**
 * Tells which reads count: those of parts that are neither in the key nor ignored.
 *
 * @param settings the parts that never count
 * @param key the parts that the key generator writes
 * @param attributes the request attributes that key contributors read
 */
record CountedReads(ReadsConfiguration settings, KeyInputs key, Set<String> attributes) {

    boolean counts(RequestPart part) {
        String name = part.name();
        return switch (part.kind()) {
            case FIELD, LINES -> !key.hasWholeField(name) && !settings.isIgnoredField(name);
            case COOKIE -> !key.hasCookie(name);
            case PARAMETER -> !key.hasParameter(name) && !key.isIgnoredParameter(name);
            case ATTRIBUTE -> countsAttribute(name);
            case LOCALE -> !key.hasLocale();
            case PATH -> !key.hasPath();
            case QUERY, HOST, SCHEME -> !key.hasRequestUri();
        };
    }

    /**
     * What a key contributor returns stands in the key for the attributes that it reads. The server looks for a parameter that the
     * query lacks in an attribute as well, but a request that has it bypasses the cache.
     */
    boolean countsAttribute(String name) {
        return !settings.isIgnoredAttribute(name) && !attributes.contains(name) && !key.requiresAbsence(name);
    }

    boolean countsAllParameters() {
        return !key.hasAllParameters();
    }

    boolean countsAllFields() {
        return settings.isCountIteration();
    }
}
