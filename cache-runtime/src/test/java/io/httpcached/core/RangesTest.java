package io.httpcached.core;

import static io.httpcached.core.Samples.NOW;
import static io.httpcached.core.Samples.get;
import static io.httpcached.core.Samples.request;
import static io.httpcached.core.Samples.stored;
import static io.httpcached.core.Samples.ttl;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.RangeSelection.Multiple;
import io.httpcached.core.RangeSelection.Single;
import io.httpcached.core.RangeSelection.Unsatisfiable;
import io.httpcached.core.RangeSelection.Whole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

    private static final String MODIFIED = "Sun, 01 Mar 2026 11:00:00 GMT";

    /** Ten bytes with both validators. */
    private final StoredResponse stored = stored(ttl(60).build(), "ETag", "\"a\"", "Last-Modified", MODIFIED);

    private RangeSelection select(String... fields) {
        return Ranges.select(get(fields), stored, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, 0, 3",
        "BYTES=0-3, 0, 3",
        "bytes=0-0, 0, 0",
        "bytes=9-9, 9, 9",
        "bytes=4-, 4, 9",
        "bytes=4-99, 4, 9",
        "bytes=0-99999999999999, 0, 9",
        "bytes=-3, 7, 9",
        "bytes=-99, 0, 9",
        "bytes=007-008, 7, 8",
        "'bytes= 0-3 ,', 0, 3",
        "'bytes=0-3, 10-', 0, 3",
        "'bytes=-0, 0-3', 0, 3"
    })
    void oneRangeIsCutToTheBody(String range, int first, int last) {
        assertThat(select("Range", range)).isEqualTo(new Single(new ByteRange(first, last)));
    }

    @Test
    void severalRangesComeInTheOrderAskedFor() {
        assertThat(select("Range", "bytes=8-, 0-1,-1")).isEqualTo(new Whole());
        assertThat(select("Range", "bytes=8-, 0-1,4-5"))
                .isEqualTo(new Multiple(List.of(new ByteRange(8, 9), new ByteRange(0, 1), new ByteRange(4, 5))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0", "bytes=10-,-0", "bytes=99999999999999-"})
    void whatLiesBehindTheBodyIsUnsatisfiable(String range) {
        assertThat(select("Range", range)).isEqualTo(new Unsatisfiable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=,",
                "bytes=-",
                "bytes=a-b",
                "bytes=0",
                "bytes=3-2",
                "bytes=0-1,3-2",
                "bytes=0-1,x",
                "bytes=0 - 1",
                "bytes=--1",
                "bytes=0--1",
                "bytes=0-1-2",
                "bytes=+0-1",
                "bytes =0-1",
                "bytes:0-1",
                "items=0-1",
                "0-1",
                "bytes=0-5,5-9",
                "bytes=2-3,0-9"
            })
    void whatIsMalformedOfAnotherUnitOrOverlappingIsIgnored(String range) {
        assertThat(select("Range", range)).isEqualTo(new Whole());
    }

    @Test
    void tooManyRangesAreIgnored() {
        String most = String.join(",", Collections.nCopies(Ranges.MAXIMUM_RANGES - 1, "99-")) + ",0-0";
        assertThat(select("Range", "bytes=" + most)).isEqualTo(new Single(new ByteRange(0, 0)));
        assertThat(select("Range", "bytes=" + most + ",99-")).isEqualTo(new Whole());
    }

    @Test
    void ofAnEmptyBodyNothingCanBeAskedButItsEnd() {
        assertThat(Ranges.parse("bytes=0-", 0)).isEqualTo(new Unsatisfiable());
        assertThat(Ranges.parse("bytes=0-0", 0)).isEqualTo(new Unsatisfiable());
        assertThat(Ranges.parse("bytes=-0", 0)).isEqualTo(new Unsatisfiable());
        assertThat(Ranges.parse("bytes=-5", 0)).isEqualTo(new Whole());
    }

    @Test
    void twoLinesAreIgnored() {
        assertThat(select("Range", "bytes=0-1", "Range", "bytes=0-1")).isEqualTo(new Whole());
    }

    @Test
    void onlyAGetOfA200AsksForAPart() {
        assertThat(Ranges.select(request("HEAD", "Range", "bytes=0-3"), stored, NOW))
                .isEqualTo(new Whole());
        assertThat(select()).isEqualTo(new Whole());
        StoredResponse notFound = new StoredResponse(404, Fields.EMPTY, Samples.BODY, Lifetime.none(0), NOW, NOW);
        assertThat(Ranges.select(get("Range", "bytes=0-3"), notFound, NOW)).isEqualTo(new Whole());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"a\" | true",
                MODIFIED + " | true",
                "Sunday, 01-Mar-26 11:00:00 GMT | true",
                "\"b\" | false",
                "W/\"a\" | false",
                "Sun, 01 Mar 2026 11:00:01 GMT | false",
                "Sun, 01 Mar 2026 10:59:59 GMT | false",
                "garbage | false",
                "* | false",
                "\"a\", \"b\" | false"
            })
    void ifRangeNeedsTheCurrentStrongValidator(String validator, boolean current) {
        assertThat(select("Range", "bytes=0-3", "If-Range", validator))
                .isEqualTo(current ? new Single(new ByteRange(0, 3)) : new Whole());
    }

    @Test
    void ifRangeThatDoesNotHoldGivesTheWholeEvenIfTheRangeIsUnsatisfiable() {
        assertThat(select("Range", "bytes=99-", "If-Range", "\"b\"")).isEqualTo(new Whole());
        assertThat(select("Range", "bytes=99-", "If-Range", "\"a\"")).isEqualTo(new Unsatisfiable());
    }

    @Test
    void aWeakTagOrADateOfTheSameSecondIsNoStrongValidator() {
        StoredResponse weak = stored(ttl(60).build(), "ETag", "W/\"a\"");
        assertThat(Ranges.select(get("Range", "bytes=0-3", "If-Range", "W/\"a\""), weak, NOW))
                .isEqualTo(new Whole());
        StoredResponse justNow = stored(ttl(60).build(), "Last-Modified", Samples.NOW_TEXT);
        assertThat(Ranges.select(get("Range", "bytes=0-3", "If-Range", Samples.NOW_TEXT), justNow, NOW))
                .isEqualTo(new Whole());
        StoredResponse unknown = stored(ttl(60).build());
        assertThat(Ranges.select(get("Range", "bytes=0-3", "If-Range", "\"a\""), unknown, NOW))
                .isEqualTo(new Whole());
        assertThat(Ranges.select(get("Range", "bytes=0-3", "If-Range", MODIFIED), unknown, NOW))
                .isEqualTo(new Whole());
    }

    @Property
    void rangesWithinTheBodyAreReadAsTheyAreWritten(
            @ForAll @IntRange(max = 1000) int first, @ForAll @IntRange(max = 1000) int more) {
        String range = "bytes=" + first + '-' + (first + more);
        assertThat(Ranges.parse(range, 2001)).isEqualTo(new Single(new ByteRange(first, first + more)));
    }

    @Property
    void whateverIsAskedTheRangesLieInTheBodyAndApart(
            @ForAll("rangeFields") String range, @ForAll @IntRange(max = 20) int length) {
        List<ByteRange> ranges = new ArrayList<>();
        RangeSelection selection = Ranges.parse(range, length);
        if (selection instanceof Single single) {
            ranges.add(single.range());
        } else if (selection instanceof Multiple multiple) {
            ranges.addAll(multiple.ranges());
            assertThat(ranges).hasSizeGreaterThan(1);
        }
        boolean[] taken = new boolean[length];
        for (ByteRange one : ranges) {
            assertThat(one.length()).isPositive();
            for (int at = one.first(); at <= one.last(); at++) {
                assertThat(taken[at]).isFalse();
                taken[at] = true;
            }
        }
    }

    @Provide
    Arbitrary<String> rangeFields() {
        Arbitrary<String> number = Arbitraries.integers().between(0, 25).map(String::valueOf);
        Arbitrary<String> spec = Arbitraries.oneOf(
                number.map(n -> n + '-'), number.map(n -> '-' + n), number.flatMap(a -> number.map(b -> a + '-' + b)));
        return spec.list().ofMaxSize(4).map(specs -> "bytes=" + String.join(",", specs));
    }

    @Property
    void noTextMakesItThrow(@ForAll String text, @ForAll String validator) {
        assertThat(select("Range", "bytes=" + text, "If-Range", validator)).isNotNull();
        assertThat(Ranges.parse(text, 10)).isNotNull();
        assertThat(Ranges.parse("bytes=" + text, 10)).isNotNull();
    }

    @Test
    void rangesThatShareOneByteOverlap() {
        assertThat(Ranges.parse("bytes=0-1,1-2", 10)).isInstanceOf(RangeSelection.Whole.class);
        assertThat(Ranges.parse("bytes=1-2,0-1", 10)).isInstanceOf(RangeSelection.Whole.class);
        assertThat(Ranges.parse("bytes=0-1,2-3", 10)).isInstanceOf(RangeSelection.Multiple.class);
        assertThat(Ranges.parse("bytes=2-3,0-1", 10)).isInstanceOf(RangeSelection.Multiple.class);
    }
}
