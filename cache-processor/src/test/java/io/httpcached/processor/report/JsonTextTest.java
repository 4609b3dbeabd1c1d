package io.httpcached.processor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {

    @Test
    void flatValuesTakeOneLineAndNestedValuesOneLinePerMember() {
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("uris", List.of("/a", "/b"));
        route.put("key", List.of(ordered("from", "path", "name", "id"), Map.of("from", "user")));
        route.put("none", List.of());
        route.put("statuses", List.of(200, 404));
        route.put("soft", true);

        assertThat(JsonText.of(route))
                .isEqualTo(
                        """
                        {
                          "uris": ["/a", "/b"],
                          "key": [
                            {"from": "path", "name": "id"},
                            {"from": "user"}
                          ],
                          "none": [],
                          "statuses": [200, 404],
                          "soft": true
                        }
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "'                 , \"'\"",
                "größe €           , \"größe €\"",
                "a\"b             , \"a\\\"b\"",
            })
    void escapesAsJsonRequires(String text, String json) {
        assertThat(JsonText.of(text)).isEqualTo(json + "\n");
    }

    @Test
    void rejectsOtherTypes() {
        assertThatThrownBy(() -> JsonText.of(List.of(1.5))).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void canBeReadBack(@ForAll String name, @ForAll List<String> texts, @ForAll int number) throws IOException {
        Map<String, Object> value = ordered(name, texts, name + "'", number);

        assertThat(ObjectMapper.getDefault().readValue(JsonText.of(value), Argument.mapOf(String.class, Object.class)))
                .isEqualTo(value);
    }

    private static Map<String, Object> ordered(String name, Object value, String second, Object other) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(name, value);
        members.put(second, other);
        return members;
    }
}
