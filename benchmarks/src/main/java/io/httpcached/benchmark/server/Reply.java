package io.httpcached.benchmark.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A parsed response, for checks.
 *
 * @param head the status line and the field lines
 * @param body the body
 */
record Reply(String head, String body) {

    static Reply parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("The response is incomplete: '" + text + "'");
        }
        return new Reply(text.substring(0, end), text.substring(end + 4));
    }

    int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Returns the value of the first field line with the given name. */
    String field(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ':';
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + name + " in: " + head));
    }
}
