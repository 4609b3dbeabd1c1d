package io.httpcached.server.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.ResponseSyntax;
import io.httpcached.core.StoredResponse;
import io.httpcached.server.body.HeaderFields;
import io.httpcached.server.body.StoredResponseFactory;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.netty.NettyMutableHttpResponse;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Tests that the responses for hits equal those that any server creates, also as bytes. */
class NettyStoredResponsesTest {

    private static final Lifetime MINUTE = new Lifetime(60, 0, 0, 0, false, false, false, false);
    private static final Fields STORED =
            Fields.of("ETag", "\"1\"", "Vary", "a", "vary", "b", "Cache-Control", "max-age=60");

    private final NettyStoredResponses responses = new NettyStoredResponses();

    @Test
    void sendsTheLinesOfTheEntryAndThoseThatAreAdded() {
        assertEqual(STORED, STORED.plus("Age", "7").plus("age", "8"));
    }

    @Test
    void omitsLinesOfTheEntry() {
        assertEqual(STORED, STORED.without("Vary"));
        assertEqual(STORED, Fields.EMPTY);
    }

    @Test
    void replacesALineInItsPlace() {
        assertEqual(STORED, STORED.with("Vary", "*").plus("Age", "7"));
    }

    @Test
    void sendsLinesInAnotherOrderThanThatOfTheEntry() {
        assertEqual(STORED, Fields.of("Vary", "b").plus(STORED));
        assertEqual(
                STORED,
                Fields.builder()
                        .add(STORED.name(1), STORED.value(1))
                        .add(STORED.name(0), STORED.value(0))
                        .build());
    }

    @Property(tries = 5_000)
    void sendsTheSameBytesAsAnyServer(
            @ForAll("texts") String name,
            @ForAll("texts") String value,
            @ForAll("texts") String added,
            @ForAll @IntRange(min = 200, max = 599) int status) {
        Fields stored = Fields.of("A", "1", name, value);
        if (ResponseSyntax.isValid(stored(status, stored.plus("B", added)))) {
            StoredResponse response = stored(status, stored);
            for (boolean hit : new boolean[] {false, true, true}) {
                assertEqual(response, stored.plus("B", added), hit);
            }
        }
    }

    @Property(tries = 2_000)
    void rejectsLinesThatCannotBeSent(@ForAll("texts") String name, @ForAll("texts") String value) {
        Fields fields = Fields.of(name, value);
        if (!ResponseSyntax.isValid(stored(200, fields))) {
            StoredResponse invalid = stored(200, fields);
            StoredResponse valid = stored(200, STORED);
            for (boolean hit : new boolean[] {false, true, true}) {
                assertThatThrownBy(() -> responses.create(invalid, 200, fields.plus("Age", "1"), hit))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThatThrownBy(() -> responses.create(valid, 200, STORED.plus(fields), hit))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3),
                Arbitraries.strings().withCharRange('\0', '\u0101').ofMaxLength(3),
                Arbitraries.of("", " ", "a b", "a\tb", "a ", "\uD800", "\u20AC"));
    }

    private void assertEqual(Fields stored, Fields fields) {
        assertEqual(stored(200, stored), fields);
    }

    private void assertEqual(StoredResponse stored, Fields fields) {
        assertEqual(stored, fields, false);
        assertEqual(stored, fields, true);
    }

    private void assertEqual(StoredResponse stored, Fields fields, boolean hit) {
        MutableHttpResponse<?> created = responses.create(stored, stored.status(), fields, hit);
        MutableHttpResponse<?> expected = StoredResponseFactory.ANY.create(stored, stored.status(), fields, hit);
        assertThat(HeaderFields.of(created.getHeaders())).isEqualTo(HeaderFields.of(expected.getHeaders()));
        assertThat(encode(created)).isEqualTo(encode(expected));
    }

    private static StoredResponse stored(int status, Fields fields) {
        return new StoredResponse(status, fields, new byte[0], MINUTE, 0, 0);
    }

    private static String encode(MutableHttpResponse<?> response) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpResponseEncoder());
        channel.writeOutbound(NettyMutableHttpResponse.toNoBodyResponse(response));
        ByteBuf head = channel.readOutbound();
        try {
            return head.toString(StandardCharsets.ISO_8859_1);
        } finally {
            head.release();
            channel.finishAndReleaseAll();
        }
    }
}
