package io.httpcached.suite.server;

import java.util.stream.Stream;

/**
 * Request targets and header lines that only broken or hostile clients send. They exclude values that the server itself
 * cannot parse and answers with 500 for any route: those of {@code Accept-Charset} and {@code Accept-Language} that
 * contain only commas.
 */
final class HostileRequests {

    private static final String PATHS =
            """
            a
            A
            %61
            %zz
            %
            %%
            a%
            %4
            %C3%A4
            ä
            %E4
            %C3%28
            %00
            a%00b
            %0d%0aX:y
            a;b=c
            a;
            ;
            a%3Bb
            a%2Fb
            a%5Cb
            a\\b
            a+b
            a%20b
            %2e%2e
            ..
            .
            a//b
            /a
            //a
            a/
            a#b
            a%23b
            {a}
            a|b
            [a]
            "a"
            <a>
            a^b
            日本
            %F0%9F%90%88
            %ED%A0%80
            """;

    private static final String QUERIES =
            """
            q
            q=
            q=a&q=b
            q=b&q=a
            q=a,b
            =
            =a
            &&&
            q=%zz
            q=%
            q=%00
            q=%FF
            q=%FE
            q=ä
            q=%C3%A4
            q=a;limit=5
            q=a&limit=5
            q=a%26limit=5
            limit=abc
            limit=
            limit=1&limit=2
            limit=99999999999999999999
            limit=-1
            limit=%31
            limit=٣
            limit=1e1
            limit=1%20
            Q=a
            q[]=a
            utm=%zz&q=a
            ?
            a?b
            q=a#b
            %71=a
            """;

    private static final String LINES =
            """
            If-None-Match:
            If-None-Match: "
            If-None-Match: W/
            If-None-Match: w/"a"
            If-None-Match: a
            If-None-Match: "a
            If-None-Match: ,,,
            If-None-Match: "a""b"
            If-None-Match: *,"a"
            If-None-Match: "ä"
            If-None-Match: "\\"
            If-Modified-Since:
            If-Modified-Since: soon
            If-Modified-Since: -1
            If-Modified-Since: Thu, 99 Foo 2026 00:00:00 GMT
            If-Modified-Since: Thu, 01 Jan 99999 00:00:00 GMT
            If-Modified-Since: Thu, 01 Jan 2026 25:61:61 GMT
            If-Unmodified-Since: soon
            If-Range: "
            Cache-Control:
            Cache-Control: =
            Cache-Control: ,=,
            Cache-Control: max-age
            Cache-Control: max-age=
            Cache-Control: max-age=-1
            Cache-Control: max-age="
            Cache-Control: min-fresh=,
            Cache-Control: max-stale="\\
            Cache-Control: max-age=99999999999999999999999
            Cache-Control: ä=ä
            Cache-Control: "only-if-cached"
            Pragma: ,
            Range:
            Range: bytes
            Range: bytes=
            Range: bytes=-
            Range: bytes=a-b
            Range: bytes=5-1
            Range: bytes=0-0-0
            Range: bytes=--1
            Range: lines=0-1
            Range: =0-1
            Accept:
            Accept: /
            Accept: //
            Accept: *
            Accept: text
            Accept: text/
            Accept: /plain
            Accept: ;
            Accept: ,
            Accept: ;q=
            Accept: text/plain;q=
            Accept: text/plain;q=a
            Accept: text/plain;q=9
            Accept: text/plain;"
            Accept: */*;q=0
            Accept: ä/ö
            Accept-Encoding: ;
            Accept-Encoding: gzip;q=0.0.0
            Accept-Language: a;q=b
            Accept-Language: *;q=2
            Accept-Charset: ä
            Accept-Charset: none
            Cookie:
            Cookie: =
            Cookie: theme
            Cookie: theme=
            Cookie: =theme
            Cookie: theme="
            Cookie: theme=a; theme=b
            Cookie: ;;;
            Cookie: theme=ä
            X-Tenant:
            X-Tenant: ä
            Authorization:
            Authorization: ä
            Host:
            Host: ä
            Host: a b
            """;

    private HostileRequests() {}

    /** Returns paths without a leading slash. */
    static Stream<String> paths() {
        return Stream.concat(PATHS.lines(), Stream.of("x".repeat(3_000), "x".repeat(5_000), "%41".repeat(1_000)));
    }

    /** Returns queries. Netty decodes at most 1,024 parameters. */
    static Stream<String> queries() {
        return Stream.concat(
                QUERIES.lines(), Stream.of("q=" + "x".repeat(3_000), "u&".repeat(1_100) + "q=z", "q=1&".repeat(900)));
    }

    /** Returns header lines of up to 8 KB. */
    static Stream<String> lines() {
        Stream<String> repeated = Stream.of("x", "ä", "\"", "\"a\",", "a=b,").flatMap(HostileRequests::repeated);
        return Stream.concat(LINES.lines(), repeated);
    }

    private static Stream<String> repeated(String text) {
        String value = text.repeat(7_600 / text.length());
        return Stream.of(
                        "If-None-Match",
                        "If-Modified-Since",
                        "Cache-Control",
                        "Accept",
                        "Accept-Encoding",
                        "Cookie",
                        "X-Tenant")
                .map(name -> name + ": " + value);
    }
}
