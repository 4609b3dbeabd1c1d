package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaryTest {

    private static String select(String name, String... lines) {
        Fields.Builder request = Fields.builder();
        for (String line : lines) {
            request.add(name, line);
        }
        return Vary.select(List.of(RequestPart.field(name)), Samples.get(request.build()));
    }

    @Test
    void namesAreLowerCasedSortedAndDistinct() {
        assertThat(Vary.names(Fields.of("Vary", "X-B, accept ,,X-A", "vary", "ACCEPT")))
                .containsExactly("accept", "x-a", "x-b");
        assertThat(Vary.names(Fields.of("Date", "today"))).isEmpty();
        assertThat(Vary.names(Fields.of("Vary", ""))).isEmpty();
    }

    @Test
    void aStarAmongThemIsAllThatCounts() {
        assertThat(Vary.names(Fields.of("Vary", "Accept", "Vary", "*, X"))).containsExactly("*");
        assertThat(Vary.isStar(List.of("*"))).isTrue();
        assertThat(Vary.isStar(List.of("accept"))).isFalse();
        assertThat(Vary.isStar(List.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X-List | 1,2 | 1, 2",
                "X-List | 1,2 | ` 1\t,\t2 `",
                "Cookie | a=1 | ` a=1 `",
                "Accept | text/html, text/plain | TEXT/PLAIN,text/html",
                "Accept | text/html;q=0.5, text/plain | text/plain;q=1.000, text/html;Q=0.50",
                "Accept | text/html;level=1;q=0.5 | text/html ; q=0.5 ; LEVEL=\"1\"",
                "Accept | text/html;a=1;b=2 | text/html;b=2;a=1;",
                "Accept | text/html, text/html | text/html",
                "Accept-Language | de, en;q=0.8 | DE,,EN;q=0.80",
                "Accept-Language | de, de, en | de, en",
                "Accept-Encoding | gzip, br | BR,x-gzip",
                "Accept-Encoding | compress | x-compress",
                "Accept-Encoding | br | br, gzip;q=0"
            })
    void whatMeansTheSameIsTheSame(String name, String one, String other) {
        assertThat(select(name, one)).isEqualTo(select(name, other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X-List | 1, 2 | 2, 1",
                "X-List | a | A",
                "X-List | a | `` ",
                "X-List | \"1,2\" | \"1, 2\"",
                "X-List | 1 2 | 12",
                "Cookie | a=1,2 | a=1, 2",
                "User-Agent | x (a, b) | x (a,b)",
                "Accept | text/html | text/plain",
                "Accept | text/html;q=0.5 | text/html;q=0.501",
                "Accept | text/html;level=1 | text/html;level=2",
                "Accept | text/html;a=\"1;b=2\" | text/html;a=1;b=2",
                "Accept | text/html, text/plain;q=0 | text/html",
                "Accept | text/* | text/html",
                "Accept-Language | de | de-AT",
                "Accept-Language | de, en | en, de",
                "Accept-Language | de;q=0.1, en | en, de;q=0.1",
                "Accept-Language | de, de-AT;q=0 | de",
                "Accept-Language | de | de, *;q=0",
                "Accept-Encoding | gzip | gzip, identity;q=0",
                "Accept-Encoding | *, gzip;q=0 | *",
                "Accept-Encoding | gzip | ``",
                "Accept-Encoding | x-gunzip | gunzip",
                "Accept | a/b;q=2 | a/b",
                "Accept | a/b;q=x | a/b;q=y",
                "Accept | a/b;q=1;q=0 | a/b",
                "Accept | a/b;q=1.001 | a/b",
                "Accept | a/b;q=0.1234 | a/b;q=0.123",
                "Accept | a/b;q= | a/b",
                "Accept | a/b;q=0.5x | a/b;q=0.5",
                "Accept | a/b;q=0.x | a/b;q=0.y",
                "Accept | a/b;=x | a/b;=y",
                "Accept | ;q=0.5 | ;q=0.50",
                "Accept-Encoding | gzip;q=x | gzip;q=y",
                "Accept-Encoding | gzip;q=x | ``",
                "Accept | a/b;x | a/b",
                "Accept | a/b;x=\"1 | a/b;x=1",
                "Accept | a b | a/b"
            })
    void whatDiffersInMeaningDiffers(String name, String one, String other) {
        assertThat(select(name, one)).isNotEqualTo(select(name, other));
    }

    @ParameterizedTest
    @CsvSource({"X-List", "Accept", "Accept-Language", "Accept-Encoding"})
    void linesAreOneList(String name) {
        assertThat(select(name, "a", "b;q=0.5")).isEqualTo(select(name, "a, b;q=0.5"));
    }

    @Test
    void absentMeansAnythingInAcceptAndAcceptLanguageAndIsItselfElsewhere() {
        assertThat(select("Accept")).isEqualTo(select("Accept", "*/*"));
        assertThat(select("Accept-Language")).isEqualTo(select("Accept-Language", "*"));
        assertThat(select("Accept-Encoding"))
                .isNotEqualTo(select("Accept-Encoding", "*"))
                .isNotEqualTo(select("Accept-Encoding", ""));
        assertThat(select("X-List")).isNotEqualTo(select("X-List", ""));
    }

    @Test
    void oneFieldNeverLooksLikeTwo() {
        List<RequestPart> names = List.of(RequestPart.field("X-A"), RequestPart.field("X-B"));
        String both = Vary.select(names, Samples.get(Fields.of("X-A", "1", "X-B", "2")));
        assertThat(Vary.select(names, Samples.get(Fields.of("X-A", "2", "X-B", "1"))))
                .isNotEqualTo(both);
        assertThat(Vary.select(names, Samples.get(Fields.of("X-A", "1")))).isNotEqualTo(both);
        assertThat(Vary.select(names, Samples.get(Fields.of("X-A", "1=1:23:x-b=1:2"))))
                .isNotEqualTo(both);
    }

    @Property
    void differentValuesOfUnknownFieldsNeverCollide(
            @ForAll("values") List<String> one, @ForAll("values") List<String> other) {
        List<RequestPart> parts =
                Stream.of("x-a", "x-b", "x-c").map(RequestPart::field).toList();
        Assume.that(!one.equals(other));
        assertThat(Vary.select(parts, request(one))).isNotEqualTo(Vary.select(parts, request(other)));
    }

    private static CacheRequest request(List<String> values) {
        Fields.Builder fields = Fields.builder();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!value.equals("absent")) {
                fields.add("X-" + (char) ('A' + i), value);
            }
        }
        return Samples.get(fields.build());
    }

    /** Values made of what the canonical text is made of, without white space, which may be cut. */
    @Provide
    Arbitrary<List<String>> values() {
        Arbitrary<String> text = Arbitraries.strings().withChars("1:x-=~ab\"").ofMaxLength(8);
        return Arbitraries.oneOf(text, Arbitraries.just("absent")).list().ofSize(3);
    }

    @Property
    void theOrderOfPreferencesMeansNothing(@ForAll("preferences") List<String> members, @ForAll long seed) {
        List<String> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, new Random(seed));
        for (String name : List.of("Accept", "Accept-Encoding")) {
            assertThat(select(name, String.join(",", members))).isEqualTo(select(name, String.join(" , ", shuffled)));
        }
    }

    @Provide
    Arbitrary<List<String>> preferences() {
        Arbitrary<String> range = Arbitraries.of("a", "b", "a/b", "*", "*/*", "identity", "gzip", "x-gzip", "de-AT");
        Arbitrary<String> weight = Arbitraries.of("", ";q=0", ";q=0.5", ";q=0.500", ";q=1", ";level=1;q=0.3");
        return Combinators.combine(range, weight)
                .as(String::concat)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property
    void noTextMakesItThrow(@ForAll String vary, @ForAll String value, @ForAll("garbage") String garbage) {
        List<RequestPart> parts = Vary.names(Fields.of("Vary", vary)).stream()
                .map(RequestPart::field)
                .toList();
        assertThat(parts)
                .allSatisfy(part -> assertThat(RequestPart.parse(part.text())).isEqualTo(part));
        assertThat(Vary.select(parts, Samples.get(Fields.of(vary, value)))).isNotNull();
        for (String name : List.of("Accept", "Accept-Language", "Accept-Encoding", "X-Other")) {
            assertThat(select(name, value, garbage)).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.of("a/b", ";", "q=", "0.", "5", "\"", "\\", ",", " ", "=", "*")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
