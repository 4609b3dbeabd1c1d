package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.hateoas.JsonError;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * Tests that the status of a response decides what the cache does with it, whether the handler returned the response or an
 * exception led to it.
 */
class ErrorStatusTest {

    private static final TestServer SERVER = TestServer.start("error-status");
    private static final AtomicInteger IDS = new AtomicInteger();

    private final Failures failures = SERVER.bean(Failures.class);
    private final String id = "id" + IDS.incrementAndGet();

    /** The ways in which an exception becomes a response. */
    enum Mapping {
        STATUS_EXCEPTION,
        EXCEPTION_HANDLER,
        LOCAL_ERROR,
        GLOBAL_ERROR;

        RuntimeException to(int status) {
            return switch (this) {
                case STATUS_EXCEPTION -> new HttpStatusException(HttpStatus.valueOf(status), "no page");
                case EXCEPTION_HANDLER -> new HandledByBean(status);
                case LOCAL_ERROR -> new HandledLocally(status);
                case GLOBAL_ERROR -> new HandledGlobally(status);
            };
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<Arguments> clientErrors() {
        return cases(400, 401, 403, 404, 410, 501);
    }

    static Stream<Arguments> serverErrors() {
        return cases(500, 502, 503, 504);
    }

    static Stream<Arguments> notFound() {
        return cases(404);
    }

    private static Stream<Arguments> cases(int... statuses) {
        return Stream.of("plain", "blocking", "stage", "future", "mono", "deferred")
                .flatMap(route -> Stream.of(Mapping.values()).flatMap(mapping -> IntStream.of(statuses)
                        .mapToObj(status -> Arguments.of(route, mapping, status))));
    }

    @ParameterizedTest
    @MethodSource("clientErrors")
    void staleResponseDoesNotHideAThrownStatusBelow500(String route, Mapping mapping, int status) {
        String target = "/stale/" + route + '/' + id;
        assertThat(SERVER.get(target).text()).isEqualTo("page");
        failures.fail(id, mapping.to(status));
        SERVER.advance(Duration.ofSeconds(15));
        WireResponse answer = SERVER.get(target);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.cacheStatus())
                .startsWith("fwd=stale; fwd-status=" + status)
                .contains("the status is not in the cacheable statuses")
                .doesNotContain("handler failed");
        assertSameAsUncached(answer, route);
    }

    @ParameterizedTest
    @MethodSource("serverErrors")
    void staleResponseReplacesAServerError(String route, Mapping mapping, int status) {
        String target = "/stale/" + route + '/' + id;
        SERVER.get(target);
        failures.fail(id, mapping.to(status));
        SERVER.advance(Duration.ofSeconds(15));
        WireResponse answer = SERVER.get(target);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("page");
        assertThat(answer.cacheStatus()).startsWith("fwd=stale").contains("detail=stale-if-error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "blocking", "stage", "future", "mono", "deferred"})
    void staleResponseReplacesAnExceptionThatNothingMaps(String route) {
        String target = "/stale/" + route + '/' + id;
        SERVER.get(target);
        failures.fail(id, new IllegalStateException("nothing maps this"));
        SERVER.advance(Duration.ofSeconds(15));
        assertThat(SERVER.get(target).text()).isEqualTo("page");
        SERVER.advance(Duration.ofSeconds(60));
        assertThat(SERVER.get(target).status()).isEqualTo(500);
    }

    @ParameterizedTest
    @MethodSource("notFound")
    void thrown404IsCachedLikeAReturnedOne(String route, Mapping mapping, int status) {
        String target = "/remembered/" + route + '/' + id;
        failures.fail(id, mapping.to(status));
        WireResponse miss = SERVER.get(target);
        assertThat(miss.status()).isEqualTo(404);
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        assertSameAsUncached(miss, route);
        SERVER.advance(Duration.ofSeconds(3));
        WireResponse hit = SERVER.get(target);
        assertThat(hit.status()).isEqualTo(404);
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(miss.text());
        assertThat(hit.header("Age")).isEqualTo("3");
        assertThat(hit.header("ETag"))
                .isEqualTo(SERVER.get("/remembered/returned/" + id).header("ETag"));
        assertThat(failures.runs(id)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("serverErrors")
    void thrownServerErrorIsStoredIfTheRouteConfiguresIt(String route, Mapping mapping, int status) {
        String target = "/errors-remembered/" + route + '/' + id;
        failures.fail(id, mapping.to(status));
        assertThat(SERVER.get(target).cacheStatus()).startsWith("fwd=miss; stored");
        WireResponse hit = SERVER.get(target);
        assertThat(hit.status()).isEqualTo(status);
        assertThat(hit.isHit()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("clientErrors")
    void otherThrownStatusIsNotStored(String route, Mapping mapping, int status) {
        String target = "/remembered/" + route + '/' + id;
        failures.fail(id, mapping.to(status == 404 ? 405 : status));
        SERVER.get(target);
        WireResponse again = SERVER.get(target);
        assertThat(again.isHit()).isFalse();
        assertThat(again.cacheStatus()).contains("the status is not in the cacheable statuses");
        assertThat(failures.runs(id)).isEqualTo(2);
    }

    @Test
    void new404ReplacesTheStoredResponse() {
        String target = "/remembered/plain/" + id;
        assertThat(SERVER.get(target).text()).isEqualTo("page");
        failures.fail(id, new HttpStatusException(HttpStatus.NOT_FOUND, "gone"));
        SERVER.advance(Duration.ofSeconds(15));
        assertThat(SERVER.get(target).status()).isEqualTo(404);
        failures.succeed(id);
        assertThat(SERVER.get(target).status()).isEqualTo(404);
        SERVER.advance(Duration.ofSeconds(15));
        assertThat(SERVER.get(target).text()).isEqualTo("page");
    }

    @ParameterizedTest
    @CsvSource({"null", "optional", "empty-mono", "returned", "status-route"})
    void returned404IsCached(String route) {
        String target = "/remembered/" + route + '/' + id;
        WireResponse miss = SERVER.get(target);
        WireResponse hit = SERVER.get(target);
        assertThat(miss.status()).isEqualTo(404);
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(miss.text());
        assertThat(hit.header("Content-Type")).isEqualTo(miss.header("Content-Type"));
        assertSameAsUncached(miss, route);
    }

    @ParameterizedTest
    @CsvSource({"number?n=many", "number"})
    void bindingErrorIsReportedWithItsStatus(String target) {
        SERVER.get("/stale/" + target);
        WireResponse again = SERVER.get("/stale/" + target);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.cacheStatus()).startsWith("fwd=miss; fwd-status=400").doesNotContain("handler failed");
        assertThat(again.text())
                .isEqualTo(SERVER.get("/uncached/" + target).text().replace("uncached", "stale"));
    }

    /** The error response of Micronaut contains the URI of the request, and the key does not contain this parameter. */
    @ParameterizedTest
    @CsvSource({"plain", "null", "optional"})
    void errorResponseThatContainsAnUnkeyedParameterReachesNoOtherRequest(String route) {
        String target = "/remembered/" + route + '/' + id;
        failures.fail(id, new HttpStatusException(HttpStatus.NOT_FOUND, "no page"));
        WireResponse planted = SERVER.get(target + "?planted=text");
        assertThat(planted.text()).contains("planted=text");
        WireResponse miss = SERVER.get(target);
        assertThat(miss.isHit()).isFalse();
        assertThat(miss.text()).doesNotContain("planted");
        assertThat(SERVER.get(target + "?planted=other").text()).contains("planted=other");
        assertThat(SERVER.get(target).text()).isEqualTo(miss.text());
        WireResponse hit = SERVER.get(target + "?planted=text");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(planted.text());
    }

    @Test
    void authorityInTheTargetReachesNoOtherRequest() {
        failures.fail(id, new HttpStatusException(HttpStatus.NOT_FOUND, "no page"));
        WireResponse planted = SERVER.get("http://planted.example/remembered/plain/" + id);
        assertThat(planted.status()).isEqualTo(404);
        assertThat(SERVER.get("/remembered/plain/" + id).text()).doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stale", "uncached"})
    void filterOutsideOfTheCacheReceivesTheErrorAsWithoutTheCache(String controller) {
        RuntimeException thrown = new HttpStatusException(HttpStatus.FORBIDDEN, "no page");
        failures.fail(id, thrown);
        WireResponse answer = SERVER.get("/" + controller + "/plain/" + id);
        assertThat(answer.header("X-Body")).isEqualTo(JsonError.class.getSimpleName());
        assertThat(answer.header("X-Exception")).isEqualTo("HttpStatusException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"remembered", "uncached"})
    void filterOutsideOfTheCacheReceivesTheExceptionOfAStoredResponse(String controller) {
        failures.fail(id, new HttpStatusException(HttpStatus.NOT_FOUND, "no page"));
        assertThat(SERVER.get("/" + controller + "/plain/" + id).header("X-Exception"))
                .isEqualTo("HttpStatusException");
    }

    private void assertSameAsUncached(WireResponse answer, String route) {
        WireResponse uncached = SERVER.get("/uncached/" + route + '/' + id);
        assertThat(answer.status()).isEqualTo(uncached.status());
        assertThat(withoutController(answer.text())).isEqualTo(withoutController(uncached.text()));
        assertThat(answer.header("Content-Type")).isEqualTo(uncached.header("Content-Type"));
        assertThat(answer.header("X-Handled")).isEqualTo(uncached.header("X-Handled"));
    }

    private static String withoutController(String text) {
        return text.replaceAll("/(stale|remembered|uncached)/", "/");
    }

    /** The exceptions that handlers throw, by the id in the path of their request. */
    @Singleton
    @Requires(property = "scenario", value = "error-status")
    static class Failures {

        private final Map<String, RuntimeException> exceptions = new ConcurrentHashMap<>();
        private final Map<String, Integer> runs = new ConcurrentHashMap<>();

        void fail(String id, RuntimeException exception) {
            exceptions.put(id, exception);
        }

        void succeed(String id) {
            exceptions.remove(id);
        }

        int runs(String id) {
            return runs.getOrDefault(id, 0);
        }

        String page(String id) {
            runs.merge(id, 1, Integer::sum);
            RuntimeException exception = exceptions.get(id);
            if (exception != null) {
                throw exception;
            }
            return "page";
        }
    }

    abstract static class WithStatus extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int status;

        WithStatus(int status) {
            super("mapped to " + status);
            this.status = status;
        }

        HttpResponse<String> response(String by) {
            return HttpResponse.<String>status(HttpStatus.valueOf(status))
                    .body(getMessage())
                    .header("X-Handled", by);
        }
    }

    static final class HandledByBean extends WithStatus {
        private static final long serialVersionUID = 1L;

        HandledByBean(int status) {
            super(status);
        }
    }

    static final class HandledLocally extends WithStatus {
        private static final long serialVersionUID = 1L;

        HandledLocally(int status) {
            super(status);
        }
    }

    static final class HandledGlobally extends WithStatus {
        private static final long serialVersionUID = 1L;

        HandledGlobally(int status) {
            super(status);
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "error-status")
    static class BeanHandler implements ExceptionHandler<HandledByBean, HttpResponse<?>> {

        @Override
        @SuppressWarnings("rawtypes")
        public HttpResponse<?> handle(HttpRequest request, HandledByBean exception) {
            return exception.response("bean");
        }
    }

    @Controller("/global-errors")
    @Requires(property = "scenario", value = "error-status")
    static class GlobalErrors {

        @Error(global = true, exception = HandledGlobally.class)
        HttpResponse<?> handle(HandledGlobally exception) {
            return exception.response("global");
        }
    }

    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "error-status")
    static class Outermost implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @ResponseFilter
        void describe(MutableHttpResponse<?> response) {
            Object body = response.body();
            response.header("X-Body", body == null ? "none" : body.getClass().getSimpleName());
            RouteAttributes.getException(response)
                    .ifPresent(exception ->
                            response.header("X-Exception", exception.getClass().getSimpleName()));
        }
    }

    @Controller("/stale")
    @HttpCached(ttl = "10s", staleIfError = "20s")
    @Requires(property = "scenario", value = "error-status")
    static class Stale {

        private final Failures failures;

        Stale(Failures failures) {
            this.failures = failures;
        }

        @Get("/plain/{id}")
        String plain(String id) {
            return failures.page(id);
        }

        @Get("/blocking/{id}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking(String id) {
            return failures.page(id);
        }

        @Get("/stage/{id}")
        CompletionStage<String> stage(String id) {
            return CompletableFuture.supplyAsync(() -> failures.page(id));
        }

        @Get("/future/{id}")
        CompletableFuture<String> future(String id) {
            try {
                return CompletableFuture.completedFuture(failures.page(id));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Get("/mono/{id}")
        Mono<String> mono(String id) {
            return Mono.fromSupplier(() -> failures.page(id));
        }

        @Get("/deferred/{id}")
        Mono<HttpResponse<String>> deferred(String id) {
            return Mono.fromFuture(CompletableFuture.supplyAsync(() -> HttpResponse.ok(failures.page(id))));
        }

        @Error(exception = HandledLocally.class)
        HttpResponse<?> handle(HandledLocally exception) {
            return exception.response("local");
        }

        @Get("/number{?n}")
        String number(@QueryValue int n) {
            return "number " + n;
        }
    }

    @Controller("/remembered")
    @HttpCached(
            ttl = "10s",
            statuses = {200, 404})
    @Requires(property = "scenario", value = "error-status")
    static class Remembered {

        private final Failures failures;

        Remembered(Failures failures) {
            this.failures = failures;
        }

        @Get("/plain/{id}")
        String plain(String id) {
            return failures.page(id);
        }

        @Get("/blocking/{id}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking(String id) {
            return failures.page(id);
        }

        @Get("/stage/{id}")
        CompletionStage<String> stage(String id) {
            return CompletableFuture.supplyAsync(() -> failures.page(id));
        }

        @Get("/future/{id}")
        CompletableFuture<String> future(String id) {
            try {
                return CompletableFuture.completedFuture(failures.page(id));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Get("/mono/{id}")
        Mono<String> mono(String id) {
            return Mono.fromSupplier(() -> failures.page(id));
        }

        @Get("/deferred/{id}")
        Mono<HttpResponse<String>> deferred(String id) {
            return Mono.fromFuture(CompletableFuture.supplyAsync(() -> HttpResponse.ok(failures.page(id))));
        }

        @Error(exception = HandledLocally.class)
        HttpResponse<?> handle(HandledLocally exception) {
            return exception.response("local");
        }

        @Get("/null/{id}")
        @Nullable
        String nothing(String id) {
            return null;
        }

        @Get("/optional/{id}")
        Optional<String> optional(String id) {
            return Optional.empty();
        }

        @Get("/empty-mono/{id}")
        Mono<String> emptyMono(String id) {
            return Mono.empty();
        }

        @Get("/returned/{id}")
        HttpResponse<String> returned(String id) {
            return HttpResponse.notFound("nothing returned");
        }

        @Get("/status-route/{id}")
        HttpResponse<String> statusRoute(String id) {
            return HttpResponse.status(HttpStatus.I_AM_A_TEAPOT);
        }

        @Error(status = HttpStatus.I_AM_A_TEAPOT)
        HttpResponse<String> handleStatus() {
            return HttpResponse.notFound("nothing, by the status route");
        }
    }

    @Controller("/errors-remembered")
    @HttpCached(
            ttl = "10s",
            statuses = {200, 500, 502, 503, 504})
    @Requires(property = "scenario", value = "error-status")
    static class ErrorsRemembered {

        private final Failures failures;

        ErrorsRemembered(Failures failures) {
            this.failures = failures;
        }

        @Get("/plain/{id}")
        String plain(String id) {
            return failures.page(id);
        }

        @Get("/blocking/{id}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking(String id) {
            return failures.page(id);
        }

        @Get("/stage/{id}")
        CompletionStage<String> stage(String id) {
            return CompletableFuture.supplyAsync(() -> failures.page(id));
        }

        @Get("/future/{id}")
        CompletableFuture<String> future(String id) {
            try {
                return CompletableFuture.completedFuture(failures.page(id));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Get("/mono/{id}")
        Mono<String> mono(String id) {
            return Mono.fromSupplier(() -> failures.page(id));
        }

        @Get("/deferred/{id}")
        Mono<HttpResponse<String>> deferred(String id) {
            return Mono.fromFuture(CompletableFuture.supplyAsync(() -> HttpResponse.ok(failures.page(id))));
        }

        @Error(exception = HandledLocally.class)
        HttpResponse<?> handle(HandledLocally exception) {
            return exception.response("local");
        }
    }

    @Controller("/uncached")
    @Requires(property = "scenario", value = "error-status")
    static class Uncached {

        private final Failures failures;

        Uncached(Failures failures) {
            this.failures = failures;
        }

        @Get("/plain/{id}")
        String plain(String id) {
            return failures.page(id);
        }

        @Get("/blocking/{id}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking(String id) {
            return failures.page(id);
        }

        @Get("/stage/{id}")
        CompletionStage<String> stage(String id) {
            return CompletableFuture.supplyAsync(() -> failures.page(id));
        }

        @Get("/future/{id}")
        CompletableFuture<String> future(String id) {
            try {
                return CompletableFuture.completedFuture(failures.page(id));
            } catch (RuntimeException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Get("/mono/{id}")
        Mono<String> mono(String id) {
            return Mono.fromSupplier(() -> failures.page(id));
        }

        @Get("/deferred/{id}")
        Mono<HttpResponse<String>> deferred(String id) {
            return Mono.fromFuture(CompletableFuture.supplyAsync(() -> HttpResponse.ok(failures.page(id))));
        }

        @Error(exception = HandledLocally.class)
        HttpResponse<?> handle(HandledLocally exception) {
            return exception.response("local");
        }

        @Get("/number{?n}")
        String number(@QueryValue int n) {
            return "number " + n;
        }

        @Get("/null/{id}")
        @Nullable
        String nothing(String id) {
            return null;
        }

        @Get("/optional/{id}")
        Optional<String> optional(String id) {
            return Optional.empty();
        }

        @Get("/empty-mono/{id}")
        Mono<String> emptyMono(String id) {
            return Mono.empty();
        }

        @Get("/returned/{id}")
        HttpResponse<String> returned(String id) {
            return HttpResponse.notFound("nothing returned");
        }

        @Get("/status-route/{id}")
        HttpResponse<String> statusRoute(String id) {
            return HttpResponse.status(HttpStatus.I_AM_A_TEAPOT);
        }

        @Error(status = HttpStatus.I_AM_A_TEAPOT)
        HttpResponse<String> handleStatus() {
            return HttpResponse.notFound("nothing, by the status route");
        }
    }
}
