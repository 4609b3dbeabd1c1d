package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDirectivesTest {

    private static ResponseDirectives read(String... lines) {
        Fields.Builder fields = Fields.builder();
        for (String line : lines) {
            fields.add("Cache-Control", line);
        }
        return ResponseDirectives.of(fields.build());
    }

    @Test
    void withoutTheFieldThereAreNoneAndNothingIsAllocated() {
        assertThat(ResponseDirectives.of(Fields.of("Date", "today"))).isSameAs(ResponseDirectives.NONE);
        assertThat(read("", " , ,")).isEqualTo(ResponseDirectives.NONE);
    }

    @Test
    void allDirectivesAreRead() {
        ResponseDirectives read = read(
                "no-store, no-cache, private, public, must-revalidate, proxy-revalidate",
                "must-understand,max-age=1,s-maxage=2,stale-while-revalidate=3,stale-if-error=4");
        assertThat(read.noStore()).isTrue();
        assertThat(read.noCache()).isTrue();
        assertThat(read.isPrivate()).isTrue();
        assertThat(read.isPublic()).isTrue();
        assertThat(read.mustRevalidate()).isTrue();
        assertThat(read.proxyRevalidate()).isTrue();
        assertThat(read.mustUnderstand()).isTrue();
        assertThat(read.maxAge()).isEqualTo(1);
        assertThat(read.sMaxAge()).isEqualTo(2);
        assertThat(read.staleWhileRevalidate()).isEqualTo(3);
        assertThat(read.staleIfError()).isEqualTo(4);
        assertThat(read.targeted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown",
                "unknown=1",
                "immutable",
                "community=\"UCI\"",
                "extension=\"no-store, max-age=60\"",
                "extension=\"a\\\", no-store\"",
                "=no-store",
                "\"no-store\"",
                "no store",
                "nostore"
            })
    void whatIsUnknownOrInsideQuotesIsNoDirective(String value) {
        assertThat(read(value)).isEqualTo(ResponseDirectives.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "max-age=60 | 60",
                "MAX-AGE=60 | 60",
                "Max-Age=\"60\" | 60",
                "foo, max-age=60, bar | 60",
                "extension=\"max-age=1\", max-age=60 | 60",
                "max-age=060 | 60",
                "max-age=0 | 0",
                "max-age=99999999999 | 2147483648",
                "max-age=60, max-age=60 | 60",
                // From here on invalid or contradictory, which is stale (§4.2.1).
                "max-age | 0",
                "max-age= | 0",
                "max-age=-1 | 0",
                "max-age=6o | 0",
                "max-age=1.5 | 0",
                "max-age='60' | 0",
                "max-age =60 | 0",
                "max-age= 60 | 0",
                "max-age=60 61 | 0",
                "max-age=\"60 | 0",
                "max-age=60, max-age=61 | 0",
                "public | -1"
            })
    void aLifetimeIsReadOrStale(String value, long expected) {
        assertThat(read(value).maxAge()).isEqualTo(expected);
        assertThat(read(value.replace("max-age", "s-maxage")
                                .replace("MAX-AGE", "S-MAXAGE")
                                .replace("Max-Age", "S-MaxAge"))
                        .sMaxAge())
                .isEqualTo(expected);
    }

    @Test
    void repetitionsOnSeveralLinesAreRepetitions() {
        assertThat(read("max-age=60", "max-age=60").maxAge()).isEqualTo(60);
        assertThat(read("max-age=60", "max-age=0").maxAge()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stale-while-revalidate=30 | 30",
                "stale-while-revalidate=\"30\" | 30",
                "stale-while-revalidate=30, stale-while-revalidate=20 | 20",
                "stale-while-revalidate | 0",
                "stale-while-revalidate=-30 | 0",
                "stale-while-revalidate=30x | 0",
                "max-age=1 | -1"
            })
    void anInvalidWindowIsNone(String value, long expected) {
        assertThat(read(value).staleWhileRevalidate()).isEqualTo(expected);
        assertThat(read(value.replace("while-revalidate", "if-error")).staleIfError())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "no-cache=\"Set-Cookie, X-One\" | set-cookie,x-one",
                "no-cache=Set-Cookie | set-cookie",
                "no-cache=\"X-One\", no-cache=\"X-Two\" | x-one,x-two",
                "no-cache=\" ,X-One, \" | x-one"
            })
    void aFieldListQualifiesADirective(String value, String fields) {
        assertThat(read(value).noCache()).isFalse();
        assertThat(read(value).noCacheFields()).containsExactly(fields.split(","));
        ResponseDirectives asPrivate = read(value.replace("no-cache", "private"));
        assertThat(asPrivate.isPrivate()).isFalse();
        assertThat(asPrivate.privateFields()).containsExactly(fields.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-cache",
                "no-cache=",
                "no-cache=\"\"",
                "no-cache=\"X One\"",
                "no-cache=\"X-One",
                "no-cache=\"X-One\"garbage",
                "no-cache=\"Vary\"",
                "no-cache=\"X-One, Content-Type\"",
                "no-cache, no-cache=\"X-One\"",
                "no-cache=\"X-One\", no-cache"
            })
    void whatDoesNotQualifyLeavesTheWholeDirective(String value) {
        assertThat(read(value).noCache()).isTrue();
        assertThat(read(value.replace("no-cache", "private")).isPrivate()).isTrue();
    }

    @Test
    void malformedDirectivesRestrictButDoNotPermit() {
        assertThat(read("no-store garbage").noStore()).isTrue();
        assertThat(read("must-revalidate=").mustRevalidate()).isTrue();
        assertThat(read("public garbage").isPublic()).isFalse();
        assertThat(read("must-understand=").mustUnderstand()).isFalse();
    }

    @Test
    void sMaxAgeCountsInSharedCachesOnly() {
        ResponseDirectives read = read("max-age=1, s-maxage=2");
        assertThat(read.freshSeconds(true)).isEqualTo(2);
        assertThat(read.freshSeconds(false)).isEqualTo(1);
        assertThat(read("max-age=1").freshSeconds(true)).isEqualTo(1);
        assertThat(read("s-maxage=2").freshSeconds(false)).isEqualTo(ResponseDirectives.ABSENT);
    }

    @ParameterizedTest
    @CsvSource({
        "must-revalidate, true, true",
        "proxy-revalidate, true, false",
        "s-maxage=1, true, false",
        "max-age=1, false, false"
    })
    void useWhenStaleIsForbidden(String value, boolean inShared, boolean inPrivate) {
        assertThat(read(value).forbidStale(true)).isEqualTo(inShared);
        assertThat(read(value).forbidStale(false)).isEqualTo(inPrivate);
    }

    @ParameterizedTest
    @CsvSource({
        "public, true",
        "must-revalidate, true",
        "s-maxage=1, true",
        "max-age=1, false",
        "proxy-revalidate, false",
        "private, false"
    })
    void threeDirectivesPermitSharing(String value, boolean permitted) {
        assertThat(read(value).permitSharing()).isEqualTo(permitted);
    }

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll @LongRange(min = 0, max = 1L << 31) long maxAge,
            @ForAll @LongRange(min = 0, max = 1L << 31) long sMaxAge,
            @ForAll boolean noStore,
            @ForAll boolean isPublic) {
        ResponseDirectives read = read(
                "max-age=" + maxAge + (noStore ? ",no-store" : ""),
                "S-MaxAge=\"" + sMaxAge + "\"" + (isPublic ? " , Public" : ""));
        assertThat(read.maxAge()).isEqualTo(maxAge);
        assertThat(read.sMaxAge()).isEqualTo(sMaxAge);
        assertThat(read.noStore()).isEqualTo(noStore);
        assertThat(read.isPublic()).isEqualTo(isPublic);
    }

    @Property
    void noTextMakesItThrow(@ForAll String text, @ForAll("garbage") String garbage) {
        read(text, garbage);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.of(
                        "max-age", "s-maxage", "no-cache", "private", "=", "\"", "\\", ",", " ", "\t", "1", "x", "-")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Test
    void aQualifiedDirectiveOfTheWrongTypeCountsAsUnqualified() {
        ResponseDirectivesBuilder builder = new ResponseDirectivesBuilder();
        builder.add("no-cache", "set-cookie", false);
        builder.add("private", "set-cookie", true);
        ResponseDirectives directives = builder.build();
        assertThat(directives.noCache()).isTrue();
        assertThat(directives.noCacheFields()).isEmpty();
        assertThat(directives.isPrivate()).isFalse();
        assertThat(directives.privateFields()).containsExactly("set-cookie");
    }
}
