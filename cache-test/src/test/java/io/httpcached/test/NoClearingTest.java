package io.httpcached.test;

import static io.httpcached.test.HttpCacheAssertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Without clearing, a test finds the entries of the test before it. */
@MicronautTest
@Property(name = "scenario", value = "shop")
@Property(name = "http-cache.test.clear", value = "false")
@TestMethodOrder(MethodName.class)
class NoClearingTest {

    @Inject
    CacheTester cache;

    @Test
    void test1() {
        assertThat(cache.get("/shop/items/1")).isMiss().isStored();
    }

    @Test
    void test2() {
        assertThat(cache.get("/shop/items/1")).isHit();
    }
}
