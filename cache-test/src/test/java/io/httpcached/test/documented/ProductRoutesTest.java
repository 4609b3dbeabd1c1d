package io.httpcached.test.documented;

import static io.micronaut.http.HttpMethod.PUT;

import io.httpcached.test.CacheTester;
import io.httpcached.test.TestUser;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@MicronautTest
class ProductRoutesTest {

    private static final TestUser ANN = TestUser.basic("ann", "secret");
    private static final TestUser BOB = TestUser.basic("bob", "secret");

    @Inject
    CacheTester cache;

    @Test
    void routes() {
        cache.assertThatRoute("/products/7").isCachedFor("10m");
        cache.assertThatRoute("/products/7").isInvalidatedBy(PUT, "/products/7", "{\"name\": \"Seventh\"}");
        cache.assertThatRoute("/account").isPrivatePerUser(ANN, BOB);
    }
}
