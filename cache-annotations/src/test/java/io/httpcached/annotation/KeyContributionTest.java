package io.httpcached.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyContributionTest {

    @Test
    void absentAndEmptyTextDiffer() {
        assertThat(KeyContribution.of(null)).isNotEqualTo(KeyContribution.of(""));
        assertThat(KeyContribution.of("a"))
                .isEqualTo(KeyContribution.of("a"))
                .hasSameHashCodeAs(KeyContribution.of("a"));
    }

    @Test
    void varyReturnsACopyWithFurtherNames() {
        KeyContribution plain = KeyContribution.of("a");
        KeyContribution varying = plain.vary("X-Tenant").vary("Cookie", "X-Tenant");
        assertThat(plain.varyNames()).isEmpty();
        assertThat(varying.varyNames()).containsExactly("X-Tenant", "Cookie");
        assertThat(varying.text()).isEqualTo("a");
        assertThat(varying).isNotEqualTo(plain);
        assertThat(varying).hasToString("text a, Vary X-Tenant, Cookie");
    }

    @Test
    void notCacheableKeepsItsNames() {
        KeyContribution excluded = KeyContribution.notCacheable("preview").vary("Cookie");
        assertThat(excluded.notCacheableReason()).isEqualTo("preview");
        assertThat(excluded.varyNames()).containsExactly("Cookie");
        assertThat(excluded).hasToString("not cacheable: preview, Vary Cookie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "X Tenant", "X-Tenant:", "X-Tenant, Cookie", "X\r\nY"})
    void varyRejectsWhatIsNotAFieldName(String name) {
        assertThatThrownBy(() -> KeyContribution.of(null).vary("Cookie", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + name + "' is not the name of a request header field; write a name such as X-Tenant.");
    }

    @Test
    void reasonMustNotBeBlank() {
        assertThatThrownBy(() -> KeyContribution.notCacheable(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not be blank");
    }
}
