package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedRangeTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "0., 0", "0.0, 0", "0.5, 500", "0.05, 50", "0.123, 123", "1, 1000", "1., 1000", "1.000, 1000"})
    void weightsAreParsedInThousandths(String text, int thousandths) {
        assertThat(WeightedRange.parse("a;q=" + text)).isEqualTo(new WeightedRange("a", "", thousandths));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "2", "00", "05", "1.001", "1.9", "0.1234", "0,5", ".5", "-0", "/.5", "/", "0.a", "0.1a", "x", "q"
            })
    void malformedWeightsAreRejected(String text) {
        assertThat(WeightedRange.parse("a;q=" + text)).isNull();
    }

    @Test
    void aWeightMustNotBeRepeated() {
        assertThat(WeightedRange.parse("a;q=0.5;q=0.5")).isNull();
        assertThat(WeightedRange.parse("a;q=0.5;q=x")).isNull();
    }

    @Test
    void theFullWeightIsTheDefault() {
        assertThat(WeightedRange.parse("Text/HTML")).isEqualTo(new WeightedRange("text/html", "", 1000));
    }

    @Test
    void parametersAreSortedAndPrefixedWithTheirLengths() {
        assertThat(WeightedRange.parse("a;C=\"D e\";b;;q=0.5;c=d"))
                .isEqualTo(new WeightedRange("a", "1:b-1:c1:d1:c3:D e", 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;=b", "a;b=", "a;b c", "a;b=c d", "a b", "", ";q=1", "a;\"b\""})
    void malformedMembersAreRejected(String member) {
        assertThat(WeightedRange.parse(member)).isNull();
    }

    @Test
    void theOrderIsByDescendingWeightThenByRangeThenByParameters() {
        WeightedRange first = new WeightedRange("b", "", 1000);
        WeightedRange second = new WeightedRange("a", "x", 500);
        WeightedRange third = new WeightedRange("a", "y", 500);
        WeightedRange fourth = new WeightedRange("c", "a", 500);
        assertThat(new TreeSet<>(List.of(fourth, third, second, first))).containsExactly(first, second, third, fourth);
        assertThat(second).isEqualByComparingTo(new WeightedRange("a", "x", 500));
    }

    @Test
    void anotherRangeKeepsParametersAndWeight() {
        assertThat(new WeightedRange("x-gzip", "p", 500).withRange("gzip"))
                .isEqualTo(new WeightedRange("gzip", "p", 500));
    }
}
