package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharedValuesTest {

    private final SharedValues values = new SharedValues();

    @Test
    @SuppressWarnings("StringOperationCanBeSimplified") // equal texts that are not the same object
    void equalValuesBecomeOneObject() {
        Fields first = values.share(Fields.of("Cache-Control", new String("max-age=60"), "ETag", "\"a\""));
        Fields second = values.share(Fields.of("cache-control", new String("max-age=60"), "ETag", "\"b\""));
        assertThat(second).isEqualTo(Fields.of("cache-control", "max-age=60", "ETag", "\"b\""));
        assertThat(second.value(0)).isSameAs(first.value(0));
    }

    @Test
    void onlyValuesOfItsOwnCountForAnEntry() {
        Fields lines = Fields.of("Cache-Control", "max-age=60", "ETag", "\"a\"");
        Fields first = values.share(lines);
        assertThat(first.footprint()).isEqualTo(lines.footprint());
        Fields second = values.share(lines.with("ETag", "\"b\""));
        assertThat(second.footprint())
                .isEqualTo(first.footprint() - Fields.of("A", "max-age=60").footprint() + 16);
    }

    @Test
    void equalLifetimesBecomeOneObject() {
        Lifetime first = values.share(Lifetime.none(0));
        assertThat(values.share(Lifetime.none(0))).isSameAs(first);
        assertThat(values.share(Lifetime.none(1))).isEqualTo(Lifetime.none(1));
    }

    @Test
    void aTextNeverBecomesAnotherTextWithTheSameHash() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        values.share(Fields.of("A", "Aa"));
        assertThat(values.share(Fields.of("A", "BB"))).isEqualTo(Fields.of("A", "BB"));
        assertThat(values.share(Fields.of("A", "Aa"))).isEqualTo(Fields.of("A", "Aa"));
    }
}
