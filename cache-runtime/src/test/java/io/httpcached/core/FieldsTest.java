package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {

    private final Fields fields = Fields.of("Link", "<a>", "X-Empty", "", "link", "<b>", "Date", "today");

    @Test
    void linesKeepTheirOrderTheirCaseAndTheirRepetitions() {
        assertThat(fields.size()).isEqualTo(4);
        assertThat(fields.name(2)).isEqualTo("link");
        assertThat(fields.value(2)).isEqualTo("<b>");
        assertThat(fields.value(1)).isEmpty();
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        assertThat(fields.first("LINK")).isEqualTo("<a>");
        assertThat(fields.all("LINK")).containsExactly("<a>", "<b>");
        assertThat(fields.first("Links")).isNull();
        assertThat(fields.all("Links")).isEmpty();
    }

    @Test
    void anEmptyLineIsALine() {
        assertThat(fields.has("X-Empty")).isTrue();
        assertThat(fields.has("X-Absent")).isFalse();
    }

    @Test
    void withoutLeavesOutAllLinesOfTheNames() {
        assertThat(fields.without("LINK", "date")).isEqualTo(Fields.of("X-Empty", ""));
        assertThat(fields.without("other")).isSameAs(fields);
        assertThat(fields.without("link", "x-empty", "date")).isSameAs(Fields.EMPTY);
    }

    @Test
    void onlyKeepsAllLinesOfTheNames() {
        assertThat(fields.only(List.of("LINK"))).isEqualTo(Fields.of("Link", "<a>", "link", "<b>"));
        assertThat(fields.only(List.of("other"))).isSameAs(Fields.EMPTY);
        assertThat(fields.only(List.of())).isSameAs(Fields.EMPTY);
    }

    @Test
    void withPutsOneLineInThePlaceOfAll() {
        assertThat(fields.with("LINK", "<c>")).isEqualTo(Fields.of("LINK", "<c>", "X-Empty", "", "Date", "today"));
        assertThat(Fields.of("A", "1").with("B", "2")).isEqualTo(Fields.of("A", "1", "B", "2"));
    }

    @Test
    void plusAddsBehindEvenIfTheNameIsThere() {
        assertThat(Fields.of("A", "1").plus("A", "2")).isEqualTo(Fields.of("A", "1", "A", "2"));
        assertThat(Fields.of("A", "1").plus(Fields.of("B", "2", "A", "3")))
                .isEqualTo(Fields.of("A", "1", "B", "2", "A", "3"));
        assertThat(fields.plus(Fields.EMPTY)).isSameAs(fields);
    }

    @Test
    void aBuilderGrowsAsNeeded() {
        Fields.Builder builder = Fields.builder();
        for (int i = 0; i < 100; i++) {
            builder.add("N" + i, "V" + i);
        }
        Fields built = builder.build();
        assertThat(built.size()).isEqualTo(100);
        assertThat(built.first("n99")).isEqualTo("V99");
        assertThat(Fields.builder().build()).isSameAs(Fields.EMPTY);
    }

    @Test
    void whatABuilderBuiltDoesNotChangeWithTheBuilder() {
        Fields.Builder builder = Fields.builder().add("A", "1");
        Fields built = builder.build();
        builder.add("B", "2");
        assertThat(built).isEqualTo(Fields.of("A", "1"));
    }

    @Test
    void linesAreNotTheCallersArray() {
        String[] lines = {"A", "1"};
        Fields taken = Fields.of(lines);
        lines[1] = "2";
        assertThat(taken.first("A")).isEqualTo("1");
    }

    @Test
    void aNameWithoutAValueIsRefused() {
        assertThatThrownBy(() -> Fields.of("A", "1", "B"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("B");
    }

    @Test
    void equalLinesAreEqual() {
        assertThat(Fields.of("A", "1")).isEqualTo(Fields.of("A", "1")).hasSameHashCodeAs(Fields.of("A", "1"));
        assertThat(Fields.of("A", "1")).isNotEqualTo(Fields.of("a", "1")).isNotEqualTo("A");
        assertThat(Fields.of("A", "1", "B", "2")).hasToString("A: 1\nB: 2\n");
    }

    @Test
    void anotherFormIsMadeOnce() {
        Fields fields = Fields.of("A", "1");
        String form = fields.as(String.class, Fields::toString);
        assertThat(form).isEqualTo("A: 1\n");
        assertThat(fields.as(String.class, Fields::toString)).isSameAs(form);
        assertThat(fields.as(Integer.class, Fields::size)).isEqualTo(1);
        assertThat(fields).isEqualTo(Fields.of("A", "1"));
    }

    @Test
    void theFootprintCountsTheTextInBothForms() {
        long small = Fields.of("A", "1").footprint();
        assertThat(Fields.of("A", "1".repeat(1001)).footprint()).isEqualTo(small + 2 * 1000);
        assertThat(small).isBetween(100L, 250L);
    }

    @Test
    void noLinesAreAlwaysTheSameObject() {
        assertThat(Fields.of()).isSameAs(Fields.EMPTY);
        assertThat(Fields.of("A", "1").without("a")).isSameAs(Fields.EMPTY);
    }

    @Test
    void aLineIsAddedWhereThereAreNone() {
        assertThat(Fields.EMPTY.with("A", "1")).isEqualTo(Fields.of("A", "1"));
    }

    @Test
    void equalLinesHaveEqualHashes() {
        assertThat(Fields.of("A", "1")).hasSameHashCodeAs(Fields.of("A", "1"));
        assertThat(Fields.of("A", "1").hashCode())
                .isNotEqualTo(Fields.of("A", "2").hashCode());
    }
}
