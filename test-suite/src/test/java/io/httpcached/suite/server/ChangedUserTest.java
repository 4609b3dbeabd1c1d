package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.BackgroundRefresh;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests runs in the background in whose session another user has logged in before they pass the security filters. */
class ChangedUserTest {

    private static final String SHARED_COMPUTER = "X-Session: shared";
    private static final String OWN_COMPUTER = "X-Session: own";

    private final TestServer server = TestServer.start("changed-user");
    private final Sessions sessions = server.bean(Sessions.class);
    private final ExecutorService clients = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        sessions.held.countDown();
        clients.shutdownNow();
        server.close();
    }

    @Test
    void aRefreshDoesNotStoreTheResponseOfAnotherUser() throws Exception {
        loginAndExpire("/changed-user/refreshed");
        assertThat(server.get("/changed-user/refreshed", SHARED_COMPUTER).text())
                .isEqualTo("basket of alice");
        sessions.arrived.await();
        sessions.users.put("shared", "bob");
        sessions.held.countDown();
        WireResponse refreshed = Eventually.get(
                () -> server.get("/changed-user/refreshed", OWN_COMPUTER), answer -> "0".equals(answer.header("Age")));
        assertThat(refreshed.text()).isEqualTo("basket of alice");
    }

    @Test
    void aRevalidationAnswersItsOwnRequestOnly() throws Exception {
        loginAndExpire("/changed-user/revalidated");
        Future<WireResponse> waiting = clients.submit(() -> server.get("/changed-user/revalidated", SHARED_COMPUTER));
        sessions.arrived.await();
        sessions.users.put("shared", "bob");
        sessions.held.countDown();
        assertThat(waiting.get().text()).isEqualTo("basket of alice");
        assertThat(server.get("/changed-user/revalidated", OWN_COMPUTER).text()).isEqualTo("basket of alice");
    }

    private void loginAndExpire(String path) {
        sessions.users.put("shared", "alice");
        sessions.users.put("own", "alice");
        assertThat(server.get(path, SHARED_COMPUTER).text()).isEqualTo("basket of alice");
        assertThat(server.get(path, OWN_COMPUTER).isHit()).isTrue();
        server.advance(Duration.ofSeconds(70));
    }

    /** Looks up the user of a session, for a run in the background only after the test permits it. */
    @ServerFilter("/changed-user/**")
    @Requires(property = "scenario", value = "changed-user")
    static class Sessions implements Ordered {

        final Map<String, String> users = new ConcurrentHashMap<>();
        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch held = new CountDownLatch(1);

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.order();
        }

        @RequestFilter
        @SuppressWarnings("removal") // HttpAttributes
        void identify(HttpRequest<?> request) throws InterruptedException {
            if (BackgroundRefresh.isRefresh(request)) {
                arrived.countDown();
                held.await();
            }
            String user = users.get(request.getHeaders().get("X-Session"));
            Principal principal = () -> user;
            request.setAttribute(HttpAttributes.PRINCIPAL, principal);
        }
    }

    @Controller("/changed-user")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Requires(property = "scenario", value = "changed-user")
    static class Baskets {

        @Get("/refreshed")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "10m", scope = CacheScope.PRIVATE)
        String refreshed() {
            return basket();
        }

        @Get("/revalidated")
        @HttpCached(ttl = "1m", staleIfError = "10m", scope = CacheScope.PRIVATE)
        String revalidated() {
            return basket();
        }

        private static String basket() {
            return "basket of "
                    + ServerRequestContext.currentRequest()
                            .flatMap(HttpRequest::getUserPrincipal)
                            .map(Principal::getName)
                            .orElse("nobody");
        }
    }
}
