package io.httpcached.suite.conformance;

import java.util.Random;

/**
 * Generates hostile field values: random combinations of pieces of the grammars of HTTP and of structured fields. The
 * same seed gives the same values.
 */
final class HostileValues {

    private static final String[] PIECES = {
        "max-age",
        "s-maxage",
        "no-cache",
        "private",
        "only-if-cached",
        "max-stale",
        "must-understand",
        "stale-if-error",
        "bytes=",
        "bytes",
        "none",
        "items=",
        "W/",
        "w/",
        "*",
        "**",
        "*/*",
        "text/html",
        "en-US",
        "gzip",
        "identity",
        "br",
        "=",
        "==",
        ",",
        ",,",
        ";",
        ";;",
        ":",
        "\"",
        "\"\"",
        "\\",
        "\\\"",
        "'",
        "(",
        ")",
        "()",
        "{",
        "}",
        "[",
        "]",
        "/",
        "?",
        "?1",
        "?0",
        "@1",
        "%",
        "%00",
        "%zz",
        "#",
        "&",
        "<",
        ">",
        "-",
        "--",
        "+",
        "_",
        "|",
        "~",
        "!",
        "$",
        "`",
        "^",
        ".",
        " ",
        "  ",
        "\t",
        " \t ",
        "q=",
        ";q=0",
        ";q=1.001",
        "; q = 0.5",
        "0",
        "1",
        "-1",
        "00",
        "0x10",
        "1e9",
        "1.5",
        "NaN",
        "2147483647",
        "2147483648",
        "9223372036854775808",
        "99999999999999999999999999",
        "0-0",
        "0-",
        "-0",
        "-1-",
        "5-3",
        "Thu, 01 Jan 2026 00:00:00 GMT",
        "Thursday, 01-Jan-26 00:00:00 GMT",
        "Thu Jan  1 00:00:00 2026",
        "Thu, 31 Feb 2026 25:61:61 GMT",
        "Thu, 01 Jan 0000 00:00:00 GMT",
        "Thu, 01 Jan 99999 00:00:00 GMT",
        "GMT",
        "http://",
        "//",
        "/..",
        "://",
        "localhost",
        "[::1",
        "mailto:",
        "\u00e9",
        "\u00ff",
        "\u0080",
        "\u00a0",
        "a",
        "A",
        ":YWJj:",
        "\"a\"",
        "\"a",
        "a\"",
        "close",
        "Foo",
        "Vary",
        "Content-Type"
    };

    private static final int MOST_PIECES = 10;
    private static final int LONG = 4000;

    private final Random random;

    HostileValues(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a value that is allowed in a field line, which excludes all control characters but tabs. */
    String next() {
        if (random.nextInt(40) == 0) {
            return oneOf(PIECES).repeat(LONG / 8).substring(0, LONG / 8);
        }
        StringBuilder value = new StringBuilder();
        for (int pieces = random.nextInt(MOST_PIECES); pieces >= 0; pieces--) {
            value.append(oneOf(PIECES));
        }
        return value.toString();
    }

    /** Returns one of the given texts. */
    String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** Returns a number from 1 to the given maximum. */
    int upTo(int most) {
        return 1 + random.nextInt(most);
    }
}
