package io.httpcached.server.request;

import io.httpcached.core.FieldLines;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Header fields of the server as the cache reads them, without a copy.
 *
 * @param headers the fields
 */
public record HeaderLines(HttpHeaders headers) implements FieldLines {

    @Override
    public @Nullable String first(String name) {
        return headers.get(name);
    }

    @Override
    public List<String> all(String name) {
        return headers.getAll(name);
    }
}
