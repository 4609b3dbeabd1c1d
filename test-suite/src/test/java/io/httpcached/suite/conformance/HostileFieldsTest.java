package io.httpcached.suite.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.httpcached.suite.conformance.Case.Exchange;
import io.httpcached.suite.conformance.Case.Handler;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Tests that no header field of a client or a handler makes the server fail or the cache send a wrong response. */
class HostileFieldsTest {

    private static final long SEED = 20260101;
    private static final int ROUNDS = 1000;
    private static final String BODY = "0123456789";
    private static final int GATEWAY_TIMEOUT = 504;

    /** The beginnings of header lines that continue with random values. */
    private static final String[] OF_REQUESTS = {
        "Cache-Control: ",
        "Cache-Control: max-stale=",
        "Cache-Control: only-if-cached, ",
        "Pragma: ",
        "If-None-Match: ",
        "If-None-Match: \"a\", ",
        "If-None-Match: W/",
        "If-Match: ",
        "If-Match: \"a\",",
        "If-Modified-Since: ",
        "If-Modified-Since: Thu, 01 Jan 2026 ",
        "If-Unmodified-Since: ",
        "If-Range: ",
        "Range: ",
        "Range: bytes=",
        "Range: bytes=0-1,",
        "Range: bytes=-",
        "Accept: ",
        "Accept: */*,",
        "Accept: */*;",
        "Accept-Language: ",
        "Accept-Language: de;q=",
        "Accept-Encoding: ",
        "Accept-Encoding: gzip,",
        "Accept-Charset: ",
        "Authorization: ",
        "Cookie: ",
        "Foo: ",
        "Vary: ",
        "Forwarded: ",
        "X-Forwarded-Host: ",
        "Content-Type: ",
        "TE: ",
        "Prefer: "
    };

    private static final String[] OF_RESPONSES = {
        "Cache-Control: ",
        "Cache-Control: no-cache=\"",
        "Cache-Control: private=",
        "CDN-Cache-Control: ",
        "CDN-Cache-Control: max-age=60,",
        "HttpCached-Cache-Control: ",
        "Expires: ",
        "Expires: Thu, 01 Jan 2050 ",
        "Date: ",
        "Date: Thu, 01 Jan ",
        "Age: ",
        "Age: 1",
        "ETag: ",
        "ETag: \"",
        "ETag: W/",
        "Last-Modified: ",
        "Last-Modified: Thu, 01 Jan 2026 ",
        "Vary: ",
        "Vary: Foo,",
        "Content-Type: ",
        "Content-Type: text/",
        "Content-Encoding: ",
        "Content-Language: ",
        "Content-Location: ",
        "Content-Range: ",
        "Location: ",
        "Location: http://localhost/",
        "Connection: ",
        "Connection: Foo,",
        "Set-Cookie: ",
        "Cache-Status: ",
        "Pragma: ",
        "Warning: ",
        "Retry-After: ",
        "Link: "
    };

    private final TestServer server = ServerSetup.PLAIN.start();
    private final Scripts scripts = server.bean(Scripts.class);
    private final HostileValues values = new HostileValues(SEED);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        server.close();
    }

    @Test
    void serverSurvivesHostileRequestFields() {
        Case resource = resource("requests");
        String control = "Cache-Control: max-age=60, stale-if-error=30";
        List<String> vary =
                List.of(control, "ETag: \"a\"", "Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT", "Vary: Accept");
        for (int round = 0; round < ROUNDS; round++) {
            answerWith(resource, vary);
            List<String> fields = hostile(OF_REQUESTS);
            server.advance(Duration.ofSeconds(values.upTo(40)));
            WireResponse response = server.send(values.oneOf("GET", "HEAD", "POST"), resource.path(), lines(fields));
            assertThat(response.status()).as("%s", fields).matches(status -> status < 500 || status == GATEWAY_TIMEOUT);
        }
        assertThat(log.list).as("log events").isEmpty();
    }

    @Test
    void serverSurvivesHostileResponseFields() {
        for (int round = 0; round < ROUNDS; round++) {
            Case resource = resource("responses-" + round);
            List<String> fields = hostile(OF_RESPONSES);
            fields.add(values.oneOf("Foo: 1", "Cache-Control: max-age=60", "Cache-Control: max-age=60"));
            answerWith(resource, fields);
            for (String method : List.of("GET", "GET", "HEAD", "POST")) {
                WireResponse response = server.send(method, resource.path(), "Foo: 1");
                assertThat(response.status()).as("%s", fields).isEqualTo(200);
                String body = method.equals("HEAD") ? "" : BODY;
                assertThat(response.text()).as("%s", fields).isEqualTo(body);
            }
            server.advance(Duration.ofSeconds(values.upTo(40)));
        }
        assertThat(log.list).as("log events").isEmpty();
    }

    private List<String> hostile(String... beginnings) {
        List<String> lines = new ArrayList<>();
        for (int count = values.upTo(3); count > 0; count--) {
            lines.add(values.oneOf(beginnings) + values.next());
        }
        return lines;
    }

    private static String[] lines(List<String> fields) {
        return fields.toArray(String[]::new);
    }

    private void answerWith(Case resource, List<String> fields) {
        scripts.set(resource, new Script(new Handler(200, fields, BODY, false, false, null, List.of(), List.of())));
    }

    private static Case resource(String id) {
        List<Exchange> none = List.of();
        return new Case(id, Kind.REQUIRED, "", ServerSetup.PLAIN, "uri", none);
    }
}
