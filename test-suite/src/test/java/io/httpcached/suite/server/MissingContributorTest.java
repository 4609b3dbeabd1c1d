package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import org.junit.jupiter.api.Test;

/** Tests that startup fails if {@code key} names a class that is not that of a bean. */
class MissingContributorTest {

    @Test
    void startupNamesTheRouteAndTheClass() {
        assertThatThrownBy(() -> TestServer.start("missing-contributor").close())
                .hasStackTraceContaining("@HttpCached on " + Page.class.getName() + ".show names the key contributor "
                        + NoBean.class.getName() + ", but there is no such bean; annotate the class with @Singleton");
    }

    @Controller("/missing-contributor")
    @Requires(property = "scenario", value = "missing-contributor")
    static class Page {

        @Get
        @HttpCached(ttl = "1m", key = NoBean.class)
        String show() {
            return "";
        }
    }

    static final class NoBean implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of(null);
        }
    }
}
