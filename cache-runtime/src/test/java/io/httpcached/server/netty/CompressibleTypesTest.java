package io.httpcached.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompressibleTypesTest {

    private static final Map<String, Integer> THRESHOLDS =
            Map.of("text/html", 1024, "application/json", 1024, "image/png", Integer.MAX_VALUE, "text/plain", 0);

    private final CompressibleTypes types = new CompressibleTypes();
    private int asked;

    @Test
    void answersAsTheStrategyDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            String type = THRESHOLDS.keySet().stream()
                    .skip(random.nextInt(THRESHOLDS.size()))
                    .findFirst()
                    .orElseThrow();
            int length = random.nextInt(3_000);
            assertThat(contain(type, length)).isEqualTo(length >= threshold(type));
        }
        assertThat(asked).isLessThan(200);
    }

    @Test
    void tellsApartTypesWithOneHash() {
        assertThat("text/Aa").hasSameHashCodeAs("text/BB");
        assertThat(types.contain("text/Aa", 10, () -> true)).isTrue();
        assertThat(types.contain("text/BB", 10, () -> false)).isFalse();
        assertThat(types.contain("text/Aa", 10, () -> true)).isTrue();
    }

    private static int threshold(String type) {
        Integer known = THRESHOLDS.get(type);
        return known == null ? 0 : known;
    }

    private boolean contain(String type, int length) {
        return types.contain(type, length, () -> {
            asked++;
            return length >= threshold(type);
        });
    }
}
