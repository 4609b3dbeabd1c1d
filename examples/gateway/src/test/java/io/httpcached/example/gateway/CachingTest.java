package io.httpcached.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the header fields of the origin decide what is stored, and for how long. */
class CachingTest {

    private final RawOrigin origin = new RawOrigin();
    private final Gateway gateway = new Gateway(origin.url());

    CachingTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cache-Control: max-age=60",
                "Cache-Control: max-age=0, s-maxage=60",
                "Expires: Fri, 31 Dec 2100 23:59:59 GMT",
            })
    void servesHitsForAnExplicitLifetime(String lifetime) throws IOException {
        origin.answer("HTTP/1.1 200 OK\nContent-Length: 5\n" + lifetime + "\n\nhello");
        Message miss = gateway.get("/a");
        Message hit = gateway.get("/a");
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.value("X-Cache")).isEqualTo("HIT");
        assertThat(hit.text()).isEqualTo(miss.text()).isEqualTo("hello");
        assertThat(origin.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Says: nothing",
                "ETag: \"a\"",
                "Last-Modified: Sat, 01 Jan 2000 00:00:00 GMT",
                "Cache-Control: no-store, max-age=60",
                "Cache-Control: private, max-age=60",
                "Expires: Sat, 01 Jan 2000 00:00:00 GMT",
                "Expires: 0",
                "Cache-Control: max-age=60\nVary: *",
                "Cache-Control: max-age=60\nSet-Cookie: a=b",
            })
    void forwardsEveryRequestIfTheResponseIsNotStorable(String line) throws IOException {
        origin.answer("HTTP/1.1 200 OK\nContent-Length: 5\n" + line + "\n\nhello");
        gateway.get("/a");
        Message second = gateway.get("/a");
        assertThat(second.isHit()).isFalse();
        assertThat(second.text()).isEqualTo("hello");
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void forwardsTargetsUnchangedAndStoresAnEntryForEach() throws IOException {
        origin.answer((request, body, out) ->
                out.write(Wire.bytes("HTTP/1.1 200 OK\nCache-Control: max-age=60\n\n" + request.startLine())));
        for (String target :
                new String[] {"/a", "/a?", "/a?b=1&c=2", "/a?b=1&b=2", "/a?b=2&b=1", "/a%2Fb", "/a/b?q=%C3%A9+%20", "/"
                }) {
            assertThat(gateway.get(target).text()).isEqualTo("GET " + target + " HTTP/1.1");
            assertThat(gateway.get(target).isHit()).isTrue();
        }
    }

    @Test
    void selectsVariantsByTheVaryOfTheOrigin() throws IOException {
        origin.answer((request, body, out) ->
                out.write(Wire.bytes("HTTP/1.1 200 OK\nCache-Control: max-age=60\nVary: Accept-Language\n\n"
                        + request.value("Accept-Language"))));
        assertThat(gateway.get("/a", "Accept-Language: de").text()).isEqualTo("de");
        assertThat(gateway.get("/a", "Accept-Language: en").text()).isEqualTo("en");
        Message german = gateway.get("/a", "Accept-Language: de");
        assertThat(german.isHit()).isTrue();
        assertThat(german.text()).isEqualTo("de");
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void revalidatesStaleResponsesWithTheEtagOfTheOrigin() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=0\nETag: W/\"v1\"\nContent-Length: 5\n\nhello");
        gateway.get("/a");
        origin.answer("HTTP/1.1 304 Not Modified\nCache-Control: max-age=60\nETag: W/\"v1\"\nX-Checked: yes\n\n");
        Message validated = gateway.get("/a");
        assertThat(origin.lastRequest().values("If-None-Match")).containsExactly("W/\"v1\"");
        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.text()).isEqualTo("hello");
        assertThat(validated.value("X-Checked")).isEqualTo("yes");
        assertThat(validated.cacheStatus()).startsWith("fwd=stale; fwd-status=304");
        assertThat(gateway.get("/a").isHit()).isTrue();
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void returns304ForTheEtagOfTheOrigin() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nETag: \"v1\"\nContent-Length: 5\n\nhello");
        gateway.get("/a");
        Message unchanged = gateway.get("/a", "If-None-Match: \"v1\"");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(origin.requests()).hasSize(1);
    }

    @Test
    void forwardsRangeRequestsOnMissesAndDoesNotStore206() throws IOException {
        origin.answer("HTTP/1.1 206 Partial Content\nCache-Control: max-age=60\nContent-Range: bytes 0-1/5\n"
                + "Content-Length: 2\n\nhe");
        Message part = gateway.get("/a", "Range: bytes=0-1");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("he");
        assertThat(origin.lastRequest().values("Range")).containsExactly("bytes=0-1");
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        assertThat(gateway.get("/a").text()).isEqualTo("hello");
        Message stored = gateway.get("/a", "Range: bytes=3-4");
        assertThat(stored.isHit()).isTrue();
        assertThat(stored.text()).isEqualTo("lo");
    }

    @Test
    void answersHeadFromTheStoredResponseToGet() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        gateway.get("/a");
        Message head = gateway.send("HEAD", "/a");
        assertThat(head.isHit()).isTrue();
        assertThat(head.value("Content-Length")).isEqualTo("5");
        assertThat(head.body()).isEmpty();
        assertThat(origin.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "PURGE-ALL"})
    void successfulUnsafeRequestInvalidates(String method) throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        gateway.get("/a?b");
        gateway.get("/other");
        assertThat(gateway.send(method, "/a").status()).isEqualTo(200);
        assertThat(gateway.get("/a?b").isHit()).isFalse();
        assertThat(gateway.get("/other").isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PURGE-ALL"})
    void failedUnsafeRequestDoesNotInvalidate(String method) throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        gateway.get("/a");
        origin.answer("HTTP/1.1 409 Conflict\nContent-Length: 0\n\n");
        assertThat(gateway.send(method, "/a").status()).isEqualTo(409);
        assertThat(gateway.get("/a").isHit()).isTrue();
    }

    @Test
    void getWithBodyBypassesTheCache() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        String request = "GET /a HTTP/1.1\nHost: shop.example\nConnection: close\nContent-Length: 1\n\n?";
        assertThat(Wire.exchange(gateway.port(), request).text()).isEqualTo("hello");
        assertThat(gateway.get("/a").isHit()).isFalse();
        assertThat(Wire.exchange(gateway.port(), request).isHit()).isFalse();
        assertThat(origin.requests()).hasSize(3);
    }

    @Test
    void sharesAuthenticatedResponsesOnlyIfTheOriginPermits() throws IOException {
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        gateway.get("/a", "Authorization: Basic YTpi");
        assertThat(gateway.get("/a", "Authorization: Basic YTpi").isHit()).isFalse();
        assertThat(gateway.get("/a").isHit()).isFalse();
        origin.answer("HTTP/1.1 200 OK\nCache-Control: public, max-age=60\nContent-Length: 5\n\nhello");
        gateway.get("/b", "Authorization: Basic YTpi");
        assertThat(gateway.get("/b").isHit()).isTrue();
    }
}
