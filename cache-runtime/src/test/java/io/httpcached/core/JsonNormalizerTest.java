package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"b\":1,\"a\":2}          | {\"a\":2,\"b\":1}",
                " { \"a\" : [ 1 , 2 ] }     | {\"a\":[1,2]}",
                "{\"a\":{\"d\":1,\"c\":2}}  | {\"a\":{\"c\":2,\"d\":1}}",
                "[{\"b\":1,\"a\":2},[]]     | [{\"a\":2,\"b\":1},[]]",
                "{}                         | {}",
                "\" a b \"                  | \" a b \"",
                "\"a\\\"b\\\\\"             | \"a\\\"b\\\\\"",
                "1.0                        | 1.0",
                "1e2                        | 1e2",
                "true                       | true",
            })
    void removesSpaceAndSortsMembers(String json, String normal) {
        assertThat(normalize(json)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "[1,]",
                "[1 2]",
                "{a:1}",
                "\"a",
                "\"a\\",
                "1 2",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1}x",
                "'a'",
                "\"a\nb\"",
                "[,]",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"b\":{\"\\\"\":2}}",
                "{\"a\" 1}"
            })
    void hasNoNormalFormOfWhatIsNotJson(String text) {
        assertThat(normalize(text)).isNull();
    }

    @Test
    void limitsTheDepth() {
        assertThat(normalize("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThat(normalize("[".repeat(66) + "]".repeat(66))).isNull();
        assertThat(normalize("[".repeat(1_000_000))).isNull();
    }

    @Test
    void hasNoNormalFormOfMalformedUtf8() {
        assertThat(JsonNormalizer.normalize(new byte[] {'"', (byte) 0xff, '"'})).isNull();
    }

    @Test
    void theDigestsOfBytesAndOfTheNormalFormDiffer() {
        byte[] json = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        List<String> type = List.of("application/problem+json; charset=utf-8");
        assertThat(ContentDigest.ofJson(json, type)).isNotEqualTo(ContentDigest.ofBytes(json));
        assertThat(ContentDigest.ofJson(json, List.of("text/plain"))).isEqualTo(ContentDigest.ofBytes(json));
        assertThat(ContentDigest.ofJson(json, List.of())).isEqualTo(ContentDigest.ofBytes(json));
        assertThat(ContentDigest.ofJson("{ \"a\": 1 }".getBytes(StandardCharsets.UTF_8), List.of("Application/JSON")))
                .isEqualTo(ContentDigest.ofJson(json, type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json;charset=utf-16",
                "application/json; charset=\"iso-8859-1\"",
                "application/json;a=b; Charset = utf-7",
                "application/json;charset=",
                "application/jsonp",
                "text/json;a=application/json",
                "+json"
            })
    void onlyJsonInUtf8HasANormalForm(String type) {
        byte[] json = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(ContentDigest.ofJson(json, List.of(type))).isEqualTo(ContentDigest.ofBytes(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json;charset=\"UTF-8\"", "application/json; a=b;charset=utf-8", "a/b+JSON ; c=d"})
    void jsonInUtf8HasANormalForm(String type) {
        byte[] json = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(ContentDigest.ofJson(json, List.of(type))).isNotEqualTo(ContentDigest.ofBytes(json));
    }

    private static @Nullable String normalize(String text) {
        return JsonNormalizer.normalize(text.getBytes(StandardCharsets.UTF_8));
    }
}
