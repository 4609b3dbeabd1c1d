package io.httpcached.store.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ConversionService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchPropertyTest {

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "Yes", "y", "on", "ON", "1", " true "})
    void readsTheWordsForOn(String text) {
        assertThat(SwitchProperty.parse("a.switch", text)).isTrue();
        assertThat(SwitchProperty.isOff(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "n", "N", "off", "Off", "0", " false "})
    void readsTheWordsForOff(String text) {
        assertThat(SwitchProperty.parse("a.switch", text)).isFalse();
        assertThat(SwitchProperty.isOff(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ture", "t", "f", "", " ", "2", "null", "enabled", "tru\u00e9"})
    void rejectsEverythingElse(String text) {
        assertThatThrownBy(() -> SwitchProperty.parse("a.switch", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "a.switch must be true, yes, y, on or 1, or false, no, n, off or 0, but was '" + text + "'.");
        assertThat(SwitchProperty.isOff(text)).isFalse();
    }

    @Test
    void readsAsOnEverythingThatTheFrameworkDoes() {
        for (String text : new String[] {"true", "True", "yes", "YES", "y", "Y", "on", "On"}) {
            assertThat(ConversionService.SHARED.convertRequired(text, Boolean.class))
                    .isTrue();
            assertThat(SwitchProperty.parse("a.switch", text)).isTrue();
        }
    }
}
