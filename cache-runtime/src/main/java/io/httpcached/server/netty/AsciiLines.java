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

    /** Names at even indexes, each followed by its value. */
    private final AsciiString[] lines;

    private AsciiLines(AsciiString[] lines) {
        this.lines = lines;
    }

    /**
     * Converts lines.
     *
     * @param fields the lines
     * @param shared shares names and values among entries
     * @throws IllegalArgumentException if a line cannot be sent
     */
    static AsciiLines of(Fields fields, SharedTexts shared) {
        AsciiString[] lines = new AsciiString[fields.size() * 2];
        for (int i = 0; i < fields.size(); i++) {
            NettyHttpHeaders.validateHeader(fields.name(i), fields.value(i));
            lines[i * 2] = shared.name(fields.name(i));
            lines[i * 2 + 1] = shared.value(fields.value(i));
        }
        return new AsciiLines(lines);
    }

    /** Adds one of the lines to the fields of a response. */
    void add(int index, HttpHeaders headers) {
        headers.add(lines[index * 2], lines[index * 2 + 1]);
    }
}
