package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import java.util.List;

/** Converts between the header fields of the server and those of the cache. */
public final class HeaderFields {

    private HeaderFields() {}

    /**
     * Returns the lines of header fields.
     *
     * @param headers the header fields
     * @return the lines
     */
    public static Fields of(HttpHeaders headers) {
        Fields.Builder fields = Fields.builder();
        headers.forEachValue(fields::add);
        return fields.build();
    }

    /** Adds lines. */
    static void addAll(MutableHttpHeaders headers, Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            headers.add(fields.name(i), fields.value(i));
        }
    }

    /** Replaces all lines. */
    static void replaceAll(MutableHttpHeaders headers, Fields fields) {
        List.copyOf(headers.names()).forEach(headers::remove);
        addAll(headers, fields);
    }
}
