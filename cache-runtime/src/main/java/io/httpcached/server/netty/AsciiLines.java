package io.httpcached.server.netty;

import io.httpcached.core.Fields;
import io.micronaut.http.netty.NettyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;

/**
 * The lines of an entry as the strings that Netty hashes once and copies as bytes. They are validated when they are created, so
 * hits need not do it again. Immutable.
 */
final class AsciiLines {

    private final AsciiString[] names;
    private final AsciiString[] values;

    private AsciiLines(AsciiString[] names, AsciiString[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Converts lines.
     *
     * @param fields the lines
     * @param shared shares the names among entries
     * @throws IllegalArgumentException if a line cannot be sent
     */
    static AsciiLines of(Fields fields, HeaderNames shared) {
        AsciiString[] names = new AsciiString[fields.size()];
        AsciiString[] values = new AsciiString[fields.size()];
        for (int i = 0; i < fields.size(); i++) {
            NettyHttpHeaders.validateHeader(fields.name(i), fields.value(i));
            names[i] = shared.of(fields.name(i));
            values[i] = AsciiString.cached(fields.value(i));
        }
        return new AsciiLines(names, values);
    }

    /** Adds one of the lines to the fields of a response. */
    void add(int index, HttpHeaders headers) {
        headers.add(names[index], values[index]);
    }
}
