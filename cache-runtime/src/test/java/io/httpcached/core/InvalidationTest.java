package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidationTest {

    private static final URI TARGET = URI.create("http://example.com/a/b?c");

    private static List<String> locations(String reference) {
        return Invalidation.paths(Fields.of("Location", reference), TARGET);
    }

    @ParameterizedTest
    @CsvSource({"Location, true", "content-location, true", "Link, false"})
    void locationsNameResources(String field, boolean named) {
        assertThat(Invalidation.namesResources(Fields.of(field, "http://elsewhere.example/")))
                .isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, true",
        "PUT, true",
        "DELETE, true",
        "PATCH, true",
        "BREW, true",
        "get, true",
        "GET, false",
        "HEAD, false",
        "OPTIONS, false",
        "TRACE, false"
    })
    void methodsThatAreNotKnownToBeSafeInvalidate(String method, boolean invalidates) {
        assertThat(Invalidation.invalidates(method, 200)).isEqualTo(invalidates);
        assertThat(Invalidation.isSafe(method)).isEqualTo(!invalidates);
    }

    @ParameterizedTest
    @CsvSource({
        "200, true",
        "204, true",
        "299, true",
        "303, true",
        "399, true",
        "199, false",
        "400, false",
        "404, false",
        "500, false"
    })
    void anErrorInvalidatesNothing(int status, boolean invalidates) {
        assertThat(Invalidation.invalidates("POST", status)).isEqualTo(invalidates);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/x, /x",
        "http://EXAMPLE.com:80/x?y=1&z=%20, /x",
        "HTTP://example.com/x, /x",
        "//example.com/x, /x",
        "http://example.com, /",
        "http://user@example.com/x, /x",
        "/x#fragment, /x",
        "x, /a/x",
        "../x, /x",
        "?d, /a/",
        "' /x ', /x",
        "/%C3%A4%2f, /%C3%A4%2f",
        "http://example.com//x, //x"
    })
    void locationsOfTheSameOriginAreInvalidated(String reference, String path) {
        assertThat(locations(reference)).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/x",
                "http://example.com:8080/x",
                "http://www.example.com/x",
                "//other.com/x",
                "mailto:a@example.com",
                "http:/x y",
                "http://[bad/x",
                "%zz",
                "http://exa mple.com/x"
            })
    void otherOriginsAndWhatIsMalformedAreIgnored(String reference) {
        assertThat(locations(reference)).isEmpty();
    }

    @Test
    void bothFieldsCountAndNoPathTwice() {
        Fields fields =
                Fields.of("Location", "/x", "Content-Location", "/y", "location", "/z", "Content-Location", "/x");
        assertThat(Invalidation.paths(fields, TARGET)).containsExactly("/x", "/z", "/y");
        assertThat(Invalidation.paths(Fields.EMPTY, TARGET)).isEmpty();
    }

    /** Such names are no hosts to {@link URI}, but containers have them. */
    @Test
    void aHostWithAnUnderscoreIsOne() {
        URI target = URI.create("http://my_service:8080/a");
        assertThat(Invalidation.paths(Fields.of("Location", "/x"), target)).containsExactly("/x");
        assertThat(Invalidation.paths(Fields.of("Location", "http://MY_service:8080/x"), target))
                .containsExactly("/x");
        assertThat(Invalidation.paths(Fields.of("Location", "http://my_service/x"), target))
                .isEmpty();
        assertThat(Invalidation.paths(Fields.of("Location", "http://example.com/x"), target))
                .isEmpty();
    }

    @Test
    void ofAnUnknownOriginAreRelativeReferencesOnly() {
        URI target = URI.create("/a/b");
        assertThat(Invalidation.paths(Fields.of("Location", "x"), target)).containsExactly("/a/x");
        assertThat(Invalidation.paths(Fields.of("Location", "http://example.com/x"), target))
                .isEmpty();
        assertThat(Invalidation.paths(Fields.of("Location", "mailto:a@example.com"), target))
                .isEmpty();
    }

    @Test
    void portsOfSchemesAreKnown() {
        URI secure = URI.create("https://example.com/");
        assertThat(Invalidation.paths(Fields.of("Location", "https://example.com:443/x"), secure))
                .containsExactly("/x");
        assertThat(Invalidation.paths(Fields.of("Location", "https://example.com:80/x"), secure))
                .isEmpty();
        URI other = URI.create("http://example.com:8080/");
        assertThat(Invalidation.paths(Fields.of("Location", "http://example.com:8080/x"), other))
                .containsExactly("/x");
        assertThat(Invalidation.paths(Fields.of("Location", "http://example.com/x"), other))
                .isEmpty();
    }

    @Property
    void noTextMakesItThrow(@ForAll String text) {
        assertThat(locations(text)).isNotNull();
    }

    @Test
    void portZeroIsNotTheDefaultPort() {
        assertThat(Invalidation.paths(
                        Fields.of("Location", "http://example.com:0/x"), URI.create("http://example.com/")))
                .isEmpty();
    }
}
