package io.httpcached.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.simple.SimpleHttpRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

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
        assertThat(key(Inputs.query(Map.of()), writer -> writer.queryInteger("limit", "20")))
                .isEqualTo(key(
                        Inputs.query(Map.of("limit", List.of("020"))), writer -> writer.queryInteger("limit", "20")));
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

    private static String numberKey(String value) {
        return key(Inputs.query(Map.of("n", List.of(value))), writer -> writer.queryInteger("n"));
    }

    private static RouteInput at(String path) {
        return new RouteInput(new SimpleHttpRequest<>(HttpMethod.GET, path, null), Map.of());
    }

    private static String key(RouteInput input, Consumer<KeyWriter> recipe) {
        KeyWriter writer = new KeyWriter(input, "route");
        recipe.accept(writer);
        return writer.key();
    }
}
