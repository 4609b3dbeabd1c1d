package io.httpcached.server.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.ResponseSyntax;
import io.httpcached.core.StoredResponse;
import io.micronaut.http.HttpResponse;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that the server can send every response that a backend may hold, and rejects what the cache rejects. */
class ValidResponsesTest {

    private static final Lifetime MINUTE = new Lifetime(60, 0, 0, 0, false, false, false, false);

    @Property(tries = 5_000)
    void serverAcceptsExactlyTheFieldsThatAreValidInABackend(
            @ForAll("texts") String name, @ForAll("texts") String value) {
        Fields fields = Fields.of(name, value);
        StoredResponse response = new StoredResponse(200, fields, new byte[0], MINUTE, 0, 0);
        if (ResponseSyntax.isValid(response)) {
            assertThat(Responses.of(200, fields, response.body()).getHeaders().get(name))
                    .isEqualTo(value);
        } else {
            assertThatThrownBy(() -> Responses.of(200, fields, response.body()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property
    void serverAcceptsEveryStatusThatIsValidInABackend(@ForAll short status) {
        if (ResponseSyntax.isValid(new StoredResponse(status, Fields.EMPTY, new byte[0], MINUTE, 0, 0))) {
            HttpResponse<?> response = Responses.of(status, Fields.EMPTY);
            assertThat(response.code()).isEqualTo(status);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(3),
                Arbitraries.strings().withCharRange('\0', '\u0101').ofMaxLength(3),
                Arbitraries.of("", " ", "a b", "a\tb", "a ", "\uD800", "\u20AC"));
    }
}
