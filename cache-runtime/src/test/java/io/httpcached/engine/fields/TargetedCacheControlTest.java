package io.httpcached.engine.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheResponse;
import io.httpcached.core.Fields;
import io.httpcached.core.Freshness;
import io.httpcached.core.ResponseDirectives;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetedCacheControlTest {

    private final TargetedCacheControl reader =
            new TargetedCacheControl(List.of("Own-Cache-Control", "CDN-Cache-Control"));

    private ResponseDirectives read(String... fields) {
        return reader.read(Fields.of(fields));
    }

    @Test
    void theFirstTargetThatIsThereIsAllThatCounts() {
        ResponseDirectives read = read(
                "Cache-Control", "no-store, max-age=1",
                "CDN-Cache-Control", "max-age=2",
                "own-cache-control", "max-age=3, s-maxage=4");
        assertThat(read.maxAge()).isEqualTo(3);
        assertThat(read.sMaxAge()).isEqualTo(4);
        assertThat(read.noStore()).isFalse();
        assertThat(read.targeted()).isTrue();
    }

    @Test
    void withoutATargetCacheControlCounts() {
        assertThat(read("Cache-Control", "max-age=1").maxAge()).isEqualTo(1);
        assertThat(read("Other-Cache-Control", "max-age=5")).isSameAs(ResponseDirectives.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "max-age=60, &",
                "Max-Age=60",
                "max-age=60;",
                "max-age=",
                "=",
                "max-age=60 no-store",
                "\u00e9"
            })
    void whatIsEmptyOrNoDictionaryIsIgnored(String value) {
        assertThat(read("Own-Cache-Control", value, "CDN-Cache-Control", "max-age=2")
                        .maxAge())
                .isEqualTo(2);
        assertThat(read("Own-Cache-Control", value, "Cache-Control", "max-age=1")
                        .targeted())
                .isFalse();
    }

    @Test
    void aTargetWithoutKnownDirectivesStillCounts() {
        ResponseDirectives read = read("CDN-Cache-Control", "none", "Cache-Control", "no-store");
        assertThat(read.noStore()).isFalse();
        assertThat(read.targeted()).isTrue();
    }

    @Test
    void severalLinesAreOneDictionary() {
        ResponseDirectives read = read("CDN-Cache-Control", "max-age=2", "CDN-Cache-Control", "must-revalidate");
        assertThat(read.maxAge()).isEqualTo(2);
        assertThat(read.mustRevalidate()).isTrue();
    }

    @Test
    void expiresDoesNotCountBesideATarget() {
        CachePolicy policy = CachePolicy.builder().directives(reader).build();
        CacheResponse response = new CacheResponse(
                200, Fields.of("CDN-Cache-Control", "none", "Expires", "Fri, 31 Dec 9999 23:59:59 GMT"));
        assertThat(Freshness.lifetime(response, reader.read(response.fields()), 0, policy))
                .isEqualTo(Freshness.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60 | 60",
                "max-age=60;x=1 | 60",
                "max-age=1, max-age=60 | 60",
                "max-age=\"60\" | 0",
                "max-age=60.5 | 0",
                "max-age=-60 | 0",
                "max-age | 0",
                "max-age=x60 | 0",
                "max-age=(60) | 0",
                "max-age=?0 | -1"
            })
    void aLifetimeIsAnInteger(String value, long expected) {
        assertThat(read("CDN-Cache-Control", value).maxAge()).isEqualTo(expected);
    }

    @Test
    void flagsAreBooleans() {
        assertThat(read("CDN-Cache-Control", "no-store, public, must-understand=?1, x")
                        .noStore())
                .isTrue();
        assertThat(read("CDN-Cache-Control", "public").isPublic()).isTrue();
        assertThat(read("CDN-Cache-Control", "public=?0, no-store=?0").isPublic())
                .isFalse();
        assertThat(read("CDN-Cache-Control", "public=?0, no-store=?0").noStore())
                .isFalse();
        assertThat(read("CDN-Cache-Control", "public=1").isPublic()).isFalse();
        assertThat(read("CDN-Cache-Control", "no-store=1").noStore()).isTrue();
    }

    @Test
    void fieldListsAreStrings() {
        assertThat(read("CDN-Cache-Control", "no-cache=\"X-One, x-two\"").noCacheFields())
                .containsExactly("x-one", "x-two");
        assertThat(read("CDN-Cache-Control", "private=X-One").privateFields()).containsExactly("x-one");
        assertThat(read("CDN-Cache-Control", "no-cache").noCache()).isTrue();
        assertThat(read("CDN-Cache-Control", "no-cache=5").noCache()).isTrue();
        assertThat(read("CDN-Cache-Control", "private=(\"x\")").isPrivate()).isTrue();
    }

    @Property
    void noTextMakesItThrow(@ForAll String text, @ForAll("garbage") String garbage) {
        assertThat(read("CDN-Cache-Control", text)).isNotNull();
        assertThat(read("CDN-Cache-Control", garbage)).isNotNull();
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.of(
                        "max-age", "private", "=", "\"", "\\", ",", ";", " ", "(", ")", ":", "?1", "9", ".", "-", "*")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
