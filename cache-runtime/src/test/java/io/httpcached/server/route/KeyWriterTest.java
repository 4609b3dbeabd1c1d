package io.httpcached.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class KeyWriterTest {

    /** Texts made to run into each other: the writer's own punctuation, digits, and one letter beyond ASCII. */
    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("0123:-*=pqhcé ")
                .ofMaxLength(6)
                .list()
                .ofMaxSize(4);
    }

    @Property
    void differentPathVariablesGiveDifferentKeys(
            @ForAll("texts") List<String> one, @ForAll("texts") List<String> other) {
        assertThat(pathKey(one).equals(pathKey(other))).isEqualTo(one.equals(other));
    }

    @Property
    void differentQueryValuesGiveDifferentKeys(@ForAll("texts") List<String> one, @ForAll("texts") List<String> other) {
        assertThat(queryKey(one).equals(queryKey(other))).isEqualTo(one.equals(other));
    }

    @Property
    void theKindOfAPartIsPartOfTheKey(@ForAll String value) {
        MutableHttpRequest<?> request = request();
        request.getParameters().add("n", value);
        assertThat(key(request, Map.of(), writer -> writer.query("n")))
                .isNotEqualTo(key(request(), Map.of("n", value), writer -> writer.path("n")));
    }

    @Test
    void anAbsentValueIsNotAnEmptyOne() {
        MutableHttpRequest<?> empty = request();
        empty.getParameters().add("n", "");
        assertThat(key(empty, Map.of(), writer -> writer.query("n")))
                .isNotEqualTo(key(request(), Map.of(), writer -> writer.query("n")));
    }

    @Test
    void leavingOutADefaultIsWritingIt() {
        MutableHttpRequest<?> written = request();
        written.getParameters().add("limit", "020");
        assertThat(key(written, Map.of(), writer -> writer.queryInteger("limit", "20")))
                .isEqualTo(key(request(), Map.of(), writer -> writer.queryInteger("limit", "20")));
    }

    @Test
    void numbersAreComparedAsNumbersAndTextsAsTexts() {
        MutableHttpRequest<?> padded = request();
        padded.getParameters().add("n", "+07");
        MutableHttpRequest<?> plain = request();
        plain.getParameters().add("n", "7");
        assertThat(key(padded, Map.of(), writer -> writer.queryInteger("n")))
                .isEqualTo(key(plain, Map.of(), writer -> writer.queryInteger("n")));
        assertThat(key(padded, Map.of(), writer -> writer.query("n")))
                .isNotEqualTo(key(plain, Map.of(), writer -> writer.query("n")));
    }

    @Test
    void aNumberTooLongToBeOneIsLeftAsItIs() {
        MutableHttpRequest<?> request = request();
        request.getParameters().add("n", "0".repeat(5_000) + "7");
        assertThat(key(request, Map.of(), writer -> writer.queryInteger("n"))).hasSizeGreaterThan(5_000);
    }

    @Test
    void aRequestUriKeyIgnoresTheOrderOfParametersButNotOfValues() {
        assertThat(uriKey("a", "1", "b", "2")).isEqualTo(uriKey("b", "2", "a", "1"));
        assertThat(uriKey("a", "1", "a", "2")).isNotEqualTo(uriKey("a", "2", "a", "1"));
        assertThat(uriKey("a", "1")).isNotEqualTo(uriKey("a", "1", "b", ""));
    }

    private interface Recipe {
        void write(KeyWriter writer);
    }

    private static String key(MutableHttpRequest<?> request, Map<String, Object> variables, Recipe recipe) {
        KeyWriter writer = new KeyWriter(new RouteInput(request, variables), "route");
        recipe.write(writer);
        return writer.key();
    }

    private static MutableHttpRequest<?> request() {
        return HttpRequest.GET("/path");
    }

    private static String pathKey(List<String> values) {
        Map<String, Object> variables = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (String value : values) {
            names.add("v" + names.size());
            variables.put(names.get(names.size() - 1), value);
        }
        return key(request(), variables, writer -> names.forEach(writer::path));
    }

    private static String queryKey(List<String> values) {
        MutableHttpRequest<?> request = request();
        values.forEach(value -> request.getParameters().add("v", value));
        return key(request, Map.of(), writer -> writer.query("v"));
    }

    private static String uriKey(String... namesAndValues) {
        MutableHttpRequest<?> request = request();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.getParameters().add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return key(request, Map.of(), KeyWriter::requestUri);
    }
}
