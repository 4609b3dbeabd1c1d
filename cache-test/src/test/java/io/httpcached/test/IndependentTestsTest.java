package io.httpcached.test;

import static io.httpcached.test.CacheStatus.Outcome.HIT;
import static io.httpcached.test.CacheStatus.Outcome.MISS;
import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Each test begins with an empty cache and an empty recording. */
@MicronautTest
@Property(name = "scenario", value = "shop")
@TestMethodOrder(MethodName.class)
class IndependentTestsTest {

    @Inject
    CacheTester cache;

    @Inject
    CacheRecording recording;

    @BeforeEach
    void fill() {
        cache.get("/shop/news");
    }

    @Test
    void test1() {
        assertThat(cache.get("/shop/items/1")).isMiss().isStored();
    }

    @Test
    void test2() {
        assertThat(cache.get("/shop/items/1")).isMiss().isStored();
        assertThat(recording.outcomes("/shop/items/1")).containsExactly(MISS);
    }

    /** The cache is cleared before {@code @BeforeEach}, which has filled it. */
    @Test
    void test3() {
        assertThat(cache.get("/shop/news")).isHit();
        assertThat(recording.outcomes("/shop/news")).containsExactly(MISS, HIT);
    }

    @Test
    void invalidSwitchFails() {
        try (ApplicationContext context = ApplicationContext.run(Map.of("http-cache.test.clear", "maybe"))) {
            assertThatThrownBy(() -> context.getBean(CacheTestListener.class))
                    .rootCause()
                    .hasMessageContaining("http-cache.test.clear must be");
        }
    }
}
