package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.micronaut.aop.Around;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import jakarta.inject.Singleton;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that routes are cached wherever they are declared, and that two routes never share an entry. */
class RouteKindsTest {

    private final TestServer server = TestServer.start("route-kinds", "kinds.moved", "/somewhere");
    private final Entries entries = new Entries(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/interface/shown/1",
                "/superclass/found/1",
                "/superclass/own/1",
                "/second-subclass/found/1",
                "/proxied/1",
                "/templates/by-name/x",
                "/templates/by-title/x",
                "/somewhere/1",
                "/generic/1",
            })
    void routeIsCachedWhereverItIsDeclared(String target) {
        entries.assertShared(target, target);
    }

    @Test
    void eachSubclassHasItsOwnEntries() {
        entries.assertSeparate("/superclass/found/1", "/second-subclass/found/1");
    }

    @Test
    void eachUriTemplateOfAMethodHasItsOwnEntries() {
        entries.assertSeparate("/templates/by-name/x", "/templates/by-title/x");
    }

    @Test
    void methodsWithTheSameParametersHaveSeparateEntries() {
        entries.assertSeparate("/twins/one/1", "/twins/two/1");
    }

    @Test
    void overloadsHaveSeparateEntries() {
        entries.assertSeparate("/twins/overloaded/1", "/twins/overloaded/1/2");
    }

    @Test
    void aroundAdviceRunsOnMissesOnly() {
        Advice advice = server.bean(Advice.class);
        assertThat(server.get("/proxied/7").text()).isEqualTo("advised proxied 7 run 1");
        assertThat(server.get("/proxied/7").text()).isEqualTo("advised proxied 7 run 1");
        assertThat(advice.runs).hasValue(1);
    }

    private abstract static class Counting {

        private final AtomicInteger runs = new AtomicInteger();

        String run(String what) {
            return getClass().getSimpleName().replaceAll("\\W.*", "") + " " + what + " run " + runs.incrementAndGet();
        }
    }

    interface Shown {

        @Get("/shown/{id}")
        @HttpCached(ttl = "1m")
        String show(long id);
    }

    @Controller("/interface")
    @Requires(property = "scenario", value = "route-kinds")
    static class Shower extends Counting implements Shown {

        @Override
        public String show(long id) {
            return run("shown " + id);
        }
    }

    abstract static class Finder extends Counting {

        @Get("/found/{id}")
        @HttpCached(ttl = "1m")
        String find(long id) {
            return run("found " + id);
        }
    }

    @Controller("/superclass")
    @Requires(property = "scenario", value = "route-kinds")
    static class FirstFinder extends Finder {

        @Get("/own/{id}")
        @HttpCached(ttl = "1m")
        String own(long id) {
            return run("own " + id);
        }
    }

    @Controller("/second-subclass")
    @Requires(property = "scenario", value = "route-kinds")
    static class SecondFinder extends Finder {}

    abstract static class Repository<K> extends Counting {

        @Get("/{id}")
        @HttpCached(ttl = "1m")
        String byId(K id) {
            return run("generic " + id);
        }
    }

    @Controller("/generic")
    @Requires(property = "scenario", value = "route-kinds")
    static class LongRepository extends Repository<Long> {}

    @Controller("/templates")
    @Requires(property = "scenario", value = "route-kinds")
    static class Templates extends Counting {

        @Get(uris = {"/by-name/{name}", "/by-title/{title}"})
        @HttpCached(ttl = "1m")
        String show(@Nullable String name, @Nullable String title) {
            return run(name + " " + title);
        }
    }

    @Controller("${kinds.moved}")
    @Requires(property = "scenario", value = "route-kinds")
    static class Moved extends Counting {

        @Get("/{id}")
        @HttpCached(ttl = "1m")
        String show(long id) {
            return run("moved " + id);
        }
    }

    @Controller("/twins")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "route-kinds")
    static class Twins extends Counting {

        @Get("/one/{id}")
        String one(long id) {
            return run("one");
        }

        @Get("/two/{id}")
        String two(long id) {
            return run("two");
        }

        @Get("/overloaded/{id}")
        String overloaded(long id) {
            return run("short");
        }

        @Get("/overloaded/{id}/{part}")
        String overloaded(long id, long part) {
            return run("long");
        }
    }

    @Around
    @Retention(RetentionPolicy.RUNTIME)
    @interface Advised {}

    @Singleton
    @InterceptorBean(Advised.class)
    @Requires(property = "scenario", value = "route-kinds")
    static class Advice implements MethodInterceptor<Object, Object> {

        final AtomicInteger runs = new AtomicInteger();

        @Override
        public @Nullable Object intercept(MethodInvocationContext<Object, Object> context) {
            runs.incrementAndGet();
            return "advised " + context.proceed();
        }
    }

    @Controller("/proxied")
    @Requires(property = "scenario", value = "route-kinds")
    static class Proxied {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/{id}")
        @Advised
        @HttpCached(ttl = "1m")
        String show(long id) {
            return "proxied " + id + " run " + runs.incrementAndGet();
        }
    }
}
