package io.httpcached.server.interceptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyWriterTest {

    @Property
    void differentValuesGiveDifferentKeys(
            @ForAll @Size(max = 3)
                    List<@Size(max = 3) List<@Chars({'a', ':', '1', '*'}) @StringLength(max = 4) String>> one,
            @ForAll @Size(max = 3)
                    List<@Size(max = 3) List<@Chars({'a', ':', '1', '*'}) @StringLength(max = 4) String>> other) {
        Map<String, List<String>> first = named(one);
        Map<String, List<String>> second = named(other);

        assertThat(queryKey(first).equals(queryKey(second))).isEqualTo(first.equals(second));
    }

    @Test
    void aValueOfOneKindIsNotAValueOfAnother() {
        assertThat(key(Inputs.path(Map.of("id", "1")), writer -> writer.path("id")))
                .isNotEqualTo(key(Inputs.query(Map.of("id", List.of("1"))), writer -> writer.query("id")))
                .isNotEqualTo(key(Inputs.headers(Map.of("id", "1")), writer -> writer.header("id")));
    }

    @Test
    void allValuesOfAQueryParameterCount() {
        assertThat(key(Inputs.query(Map.of("q", List.of("1", "2"))), writer -> writer.query("q")))
                .isNotEqualTo(key(Inputs.query(Map.of("q", List.of("1"))), writer -> writer.query("q")));
    }

    @Test
    void absentIsNotEmpty() {
        assertThat(key(Inputs.query(Map.of()), writer -> writer.query("q")))
                .isNotEqualTo(key(Inputs.query(Map.of("q", List.of(""))), writer -> writer.query("q")));
        assertThat(key(Inputs.path(Map.of()), writer -> writer.path("id")))
                .isNotEqualTo(key(Inputs.path(Map.of("id", "")), writer -> writer.path("id")));
    }

    @Test
    void leavingOutADefaultIsTheSameAsWritingIt() {
        assertThat(key(Inputs.query(Map.of()), writer -> writer.query("q", "a")))
                .isEqualTo(key(Inputs.query(Map.of("q", List.of("a"))), writer -> writer.query("q", "a")));
        assertThat(key(Inputs.query(Map.of()), writer -> writer.query("limit", int.class, "20")))
                .isEqualTo(key(
                        Inputs.query(Map.of("limit", List.of("020"))),
                        writer -> writer.query("limit", int.class, "20")));
        assertThat(key(Inputs.path(Map.of()), writer -> writer.path("page", "1")))
                .isEqualTo(key(Inputs.path(Map.of("page", "1")), writer -> writer.path("page", "1")));
    }

    @Test
    void aWholeNumberIsOneKeyHoweverItIsWritten() {
        assertThat(numberKey("+7")).isEqualTo(numberKey("007")).isEqualTo(numberKey("7"));
        assertThat(numberKey("-0")).isEqualTo(numberKey("0"));
        assertThat(numberKey("7.0")).isNotEqualTo(numberKey("7"));
        assertThat(numberKey("")).isNotEqualTo(numberKey("0"));
        assertThat(numberKey("9".repeat(40))).isNotEqualTo(numberKey("9".repeat(41)));
    }

    @ParameterizedTest
    @CsvSource({
        "java.util.UUID, 6F9619FF-8B86-D011-B42D-00CF4FC964FF, 6f9619ff-8b86-d011-b42d-cf4fc964ff",
        "java.lang.Boolean, TRUE, yes",
        "java.lang.Boolean, off, 0",
        "java.lang.Double, 1, 1.0",
        "java.math.BigDecimal, 01.0, 1.0",
        "java.util.concurrent.TimeUnit, seconds, SECONDS",
        "java.util.Currency, EUR, EUR",
    })
    void equalValuesHaveOneKey(Class<?> type, String one, String other) {
        assertThat(valueKey(type, one)).isEqualTo(valueKey(type, other));
    }

    @ParameterizedTest
    @CsvSource({
        // not equal, although they compare as equal
        "java.math.BigDecimal, 1.0, 1",
        "java.lang.Double, 0.0, -0.0",
        // equal, but the response may repeat the text
        "java.lang.Boolean, false, <script>",
        "java.util.UUID, a, b",
    })
    void otherValuesHaveOtherKeys(Class<?> type, String one, String other) {
        assertThat(valueKey(type, one)).isNotEqualTo(valueKey(type, other));
    }

    @Test
    void textThatIsNoConstantMakesTheKeyIncomplete() {
        RouteInput input = Inputs.query(Map.of("unit", List.of("parsecs")));

        assertThat(isComplete(input, writer -> writer.query("unit", TimeUnit.class)))
                .isFalse();
        assertThat(isComplete(input, writer -> writer.query("unit", UUID.class)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // equal by weight, but the server takes the first language and looks at no weight
                "Accept-Language | en, de | de, en",
                "Accept-Language | en;q=0.1, de | de, en;q=0.1",
                // equal as lists, but not as the one text that an argument may be
                "X-List | 1, 2 | 1,2",
                "X-List | a | A",
            })
    void aHeaderFieldIsKeyedAsItCame(String name, String one, String other) {
        assertThat(key(Inputs.headers(Map.of(name, one)), writer -> writer.header(name)))
                .isNotEqualTo(key(Inputs.headers(Map.of(name, other)), writer -> writer.header(name)));
    }

    @Test
    void aFieldThatTheAnnotationNamesIsKeyedByWhatItMeans() {
        assertThat(varyKey("X-List", "1, 2")).isEqualTo(varyKey("X-List", "1,2"));
        assertThat(varyKey("X-List", "1")).isNotEqualTo(varyKey("X-List", "2"));
        assertThat(varyKey("Accept-Language", "en, de;q=0.5")).isEqualTo(varyKey("Accept-Language", "EN,de;q=0.50"));
        assertThat(varyKey("Accept-Language", "en, de")).isNotEqualTo(varyKey("Accept-Language", "de, en"));
    }

    @Test
    void twoLinesOfAFieldAreNotOne() {
        HttpRequest<?> two = HttpRequest.GET("/books").header("X-List", "1").header("X-List", "2");
        HttpRequest<?> one = HttpRequest.GET("/books").header("X-List", "1,2");

        assertThat(key(Inputs.of(two), writer -> writer.header("X-List")))
                .isNotEqualTo(key(Inputs.of(one), writer -> writer.header("X-List")));
    }

    @Property
    void allParametersOfTheQueryAreKeyedExactly(
            @ForAll @Size(max = 3)
                    List<@Size(max = 3) List<@Chars({'a', ':', '1', '*'}) @StringLength(max = 4) String>> one,
            @ForAll @Size(max = 3)
                    List<@Size(max = 3) List<@Chars({'a', ':', '1', '*'}) @StringLength(max = 4) String>> other) {
        Map<String, List<String>> first = named(one);
        Map<String, List<String>> second = named(other);

        assertThat(wholeQueryKey(first).equals(wholeQueryKey(second))).isEqualTo(first.equals(second));
    }

    @Test
    void theOrderOfParametersOfTheQueryMeansNothing() {
        assertThat(key(at("/books?a=1&b=2&a=3"), KeyWriter::queryParameters))
                .isEqualTo(key(at("/books?b=2&a=1&a=3"), KeyWriter::queryParameters));
    }

    @Test
    void aLanguageIsKeyedAsTheApplicationTellsIt() {
        assertThat(languageKey(Locale.forLanguageTag("de-AT"))).isEqualTo(languageKey(Locale.forLanguageTag("DE-at")));
        assertThat(Stream.of(
                                null,
                                Locale.ROOT,
                                Locale.GERMAN,
                                Locale.GERMANY,
                                Locale.forLanguageTag("de-AT"),
                                Locale.forLanguageTag("de-Latn"),
                                Locale.forLanguageTag("de-u-nu-arab"),
                                new Locale("de", "", "x"),
                                new Locale("de", "", "y"))
                        .map(KeyWriterTest::languageKey))
                .doesNotHaveDuplicates();
    }

    @Test
    void anAttributeThatAnArgumentCouldBeMadeOfMakesTheKeyIncomplete() {
        HttpRequest<?> request = HttpRequest.GET("/books").setAttribute("Foo-Bar", 1);

        assertThat(isComplete(Inputs.of(request), writer -> writer.noAttribute("fooBar", "Foo-Bar")))
                .isFalse();
        assertThat(isComplete(Inputs.of(request), writer -> writer.noAttribute("other", "Other")))
                .isTrue();
        assertThat(isComplete(Inputs.of(request), writer -> {
                    writer.noAttribute("fooBar", "Foo-Bar");
                    writer.noAttribute("other", "Other");
                }))
                .isFalse();
    }

    @Test
    void thePathIsKeyedAsItWasSent() {
        assertThat(key(at("/a%2Fb"), KeyWriter::path)).isNotEqualTo(key(at("/a/b"), KeyWriter::path));
    }

    private static Map<String, List<String>> named(List<List<String>> values) {
        Map<String, List<String>> named = new TreeMap<>();
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                named.put("name" + i, values.get(i));
            }
        }
        return named;
    }

    private static String queryKey(Map<String, List<String>> parameters) {
        return key(Inputs.query(parameters), writer -> {
            writer.query("name0");
            writer.query("name1");
            writer.query("name2");
        });
    }

    private static String wholeQueryKey(Map<String, List<String>> parameters) {
        return key(Inputs.query(parameters), KeyWriter::queryParameters);
    }

    private static String varyKey(String name, String value) {
        return key(Inputs.headers(Map.of(name, value)), writer -> writer.vary(name));
    }

    private static String languageKey(@Nullable Locale locale) {
        KeyWriter writer = new KeyWriter(at("/books"), Inputs.inLanguage(locale), "route", IgnoredParameters.NONE);
        writer.language();
        return writer.key();
    }

    private static boolean isComplete(RouteInput input, Consumer<KeyWriter> recipe) {
        KeyWriter writer = new KeyWriter(input, Inputs.RESOLVERS, "route", IgnoredParameters.NONE);
        recipe.accept(writer);
        return writer.isComplete();
    }

    private static String valueKey(Class<?> type, String value) {
        String ofQuery = key(Inputs.query(Map.of("v", List.of(value))), writer -> writer.query("v", type));
        return ofQuery + key(Inputs.path(Map.of("v", value)), writer -> writer.path("v", type));
    }

    private static String numberKey(String value) {
        return key(Inputs.query(Map.of("n", List.of(value))), writer -> writer.query("n", long.class));
    }

    private static RouteInput at(String path) {
        return Inputs.of(new SimpleHttpRequest<>(HttpMethod.GET, path, null));
    }

    private static String key(RouteInput input, Consumer<KeyWriter> recipe) {
        KeyWriter writer = new KeyWriter(input, Inputs.RESOLVERS, "route", IgnoredParameters.NONE);
        recipe.accept(writer);
        return writer.key();
    }
}
