package io.httpcached.server.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.cache.interceptor.ParametersKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionKeyTextTest {

    @Test
    void differentKeysHaveDifferentTexts() {
        List<Object> keys = Arrays.asList(
                "a",
                'a',
                "",
                1,
                1L,
                (short) 1,
                "1",
                1.0,
                1.0f,
                new BigDecimal("1.0"),
                new BigDecimal("1.00"),
                true,
                "true",
                LocalDate.EPOCH,
                "1970-01-01",
                TimeUnit.DAYS,
                "DAYS",
                List.of(),
                List.of(""),
                List.of("a", "b"),
                List.of("a1:b"),
                Set.of("a", "b"),
                Map.of("a", "b"),
                Map.of("b", "a"),
                Optional.of("a"),
                Optional.empty(),
                new int[] {1},
                new long[] {1},
                new Object[] {1},
                key(),
                key("a"),
                key("a", "b"),
                key("a, b"),
                key(new Object[1]),
                key("a", null),
                key(List.of("a", "b")),
                Locale.ROOT,
                Locale.GERMANY,
                Locale.GERMAN,
                "de",
                Locale.forLanguageTag("de-x-de"),
                Locale.forLanguageTag("und-Latn"),
                Locale.forLanguageTag("und-u-ca-buddhist"),
                Locale.forLanguageTag("und-u-nu-arab"),
                Locale.forLanguageTag("und-x-a"),
                new Locale("", "", "A_B"),
                new Locale("a", "B_C"),
                new Locale("a", "B", "C"),
                List.of(List.of("a"), "b"),
                List.of(List.of("a", "b")));
        Set<String> texts = new HashSet<>();
        keys.forEach(key -> texts.add(FunctionKeyText.of(key)));
        assertThat(texts).hasSize(keys.size());
    }

    @Test
    void equalKeysHaveEqualTexts() {
        assertThat(FunctionKeyText.of(Set.of("a", "b", "c"))).isEqualTo(FunctionKeyText.of(Set.of("c", "b", "a")));
        assertThat(FunctionKeyText.of(Map.of("a", 1, "b", 2))).isEqualTo(FunctionKeyText.of(Map.of("b", 2, "a", 1)));
        assertThat(FunctionKeyText.of(Locale.forLanguageTag("de-DE"))).isEqualTo(FunctionKeyText.of(Locale.GERMANY));
        assertThat(FunctionKeyText.of(key("a", 1))).isEqualTo(FunctionKeyText.of(key("a", 1)));
    }

    @Test
    void aValueWhoseTextMayBeThatOfAnotherHasNone() {
        assertThatThrownBy(() -> FunctionKeyText.of(new Object())).hasMessage("a value of java.lang.Object");
        assertThatThrownBy(() -> FunctionKeyText.of(key("a", Thread.currentThread())))
                .hasMessageStartingWith("a value of java.lang.");
        assertThatThrownBy(() -> FunctionKeyText.of(new AtomicInteger(1)))
                .hasMessage("a value of java.util.concurrent.atomic.AtomicInteger");
        assertThatThrownBy(() -> FunctionKeyText.of(new ParametersKey("a", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyEqualsThatOfMicronautCache() {
        assertThat(key("a", 1)).isEqualTo(new ParametersKey("a", 1)).hasSameHashCodeAs(new ParametersKey("a", 1));
    }

    private static FunctionKey key(@Nullable Object... arguments) {
        return new FunctionKey(arguments);
    }
}
