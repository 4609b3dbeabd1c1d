package io.httpcached.server.request;

import io.httpcached.core.FieldLines;
import io.micronaut.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Presents the server's header fields as {@link FieldLines}, without a copy.
 *
 * @param headers the header fields
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
