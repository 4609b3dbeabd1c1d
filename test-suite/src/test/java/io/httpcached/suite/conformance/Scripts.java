package io.httpcached.suite.conformance;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The scripts of the cases by path. Thread-safe. */
@Singleton
@Requires(property = "scenario", value = "conformance")
class Scripts {

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();

    void set(Case conformanceCase, Script script) {
        scripts.put(conformanceCase.path(), script);
    }

    /**
     * Returns the script of the case that a request belongs to.
     *
     * @throws IllegalStateException if the request belongs to no case
     */
    Script find(HttpRequest<?> request) {
        String[] segments = request.getUri().getRawPath().split("/", 4);
        Script script = scripts.get("/" + segments[1] + "/" + segments[2]);
        if (script == null) {
            throw new IllegalStateException("There is no case at " + request.getUri());
        }
        return script;
    }
}
