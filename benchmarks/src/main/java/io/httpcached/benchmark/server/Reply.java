package io.httpcached.benchmark.server;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A response as bytes, taken apart for checks.
 *
 * @param head status line and field lines
 * @param body what follows them
 */
record Reply(String head, String body) {

    static Reply parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalStateException("Not a whole response: '" + text + "'");
        }
        return new Reply(text.substring(0, end), text.substring(end + 4));
    }

    int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    /** {@return the value of the first field line of that name} */
    String field(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ':';
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + name + " in: " + head));
    }
}
